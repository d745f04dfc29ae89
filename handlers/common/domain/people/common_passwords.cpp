// The list of common passwords, and the runs that need no list. All entries have 8 characters or more: shorter ones are refused
// for their length. Sorted for binary search; a static_assert checks the order.
#include "domain/people/common_passwords.h"

#include "domain/values/text.h"

#include <algorithm>
#include <iterator>

namespace domain {
namespace {

constexpr std::string_view common_passwords[] = {
    "!@#$%^&*",       "!@#$%^&*(",     "!@#$%^&*()",       "!@#$1234",       "!@#123qwe",     "!q@w#e$r",       "!qaz1qaz",
    "!qaz2wsx",       "!qaz@wsx",      "!qazxsw2",         "000000000a",     "00000000a",     "00000001",       "0000000a",
    "000000aa",       "00001111",      "000111222",        "00112233",       "01012011",      "01020304",       "0102030405",
    "010203040506",   "01230123",      "0123456789a",      "01234567a",      "0520131400",    "0987654321a",    "0okm9ijn",
    "0okmnji9",       "10001000",      "100100100",        "100200300",      "10101010",      "101010101",      "10203040",
    "1020304050",     "11001100",      "11011011",         "110110110",      "110119120",     "110120119",      "11111111a",
    "1111111a",       "111111aa",      "111111aaa",        "11112222",       "11112222a",     "11118888",       "11119999",
    "1111qqqq",       "111222333",     "111222333444",     "111222tianya",   "111aaa111",     "111qqq111",      "11221122",
    "11223311",       "11223344",      "1122334455",       "112233445566",   "11235813",      "112358132",      "1123581321",
    "11911911",       "119119119",     "120120120",        "12121212",       "121212121212",  "12123434",       "12131415",
    "123!@#qwe",      "12301230",      "12312312",         "123123123",      "123123123123",  "1231231234",     "123123456",
    "1231234a",       "123123aa",      "123123aaa",        "123123qwe",      "12321232",      "1232321a",       "123321123",
    "123321123321",   "1233211234567", "123321aa",         "1234!@#$",       "12341234",      "1234123412",     "123412345",
    "12344321",       "12345!@#$%",    "123454321",        "1234554321",     "123456!@#",     "123456!@#$%^",   "123456..",
    "123456.a",       "12345600",      "12345611",         "12345612",       "123456123",     "1234561234",     "123456123456",
    "1234561314",     "123456456",     "123456520",        "12345656",       "123456654321",  "123456666",      "1234567654321",
    "12345677",       "12345678!",     "12345678.",        "123456780",      "1234567800",    "123456781",      "123456788",
    "123456789!",     "123456789*",    "123456789+",       "123456789.",     "12345678900",   "123456789000",   "1234567891",
    "12345678910",    "1234567899",    "123456789a",       "123456789aa",    "123456789abc",  "123456789abcd",  "123456789q",
    "123456789qq",    "123456789w",    "123456789z",       "12345678a",      "12345678aa",    "12345678abc",    "12345678q",
    "12345678z",      "12345679",      "1234567a",         "1234567q",       "1234567z",      "12345687",       "12345688",
    "123456987",      "123456a!",      "123456a.",         "123456a1",       "123456a@",      "123456aa",       "123456aaa",
    "123456ab",       "123456abc",     "123456abcd",       "123456as",       "123456asd",     "123456qq",       "123456qw",
    "123456qwe",      "123456qwerty",  "123456wan",        "123456ww",       "123456zx",      "123456zxc",      "123456zz",
    "12345abc",       "12345abcd",     "12345abcde",       "12345qwe",       "12345qwert",    "1234abcd",       "1234asdf",
    "1234qwer",       "1234qwer!",     "1234qwerasdf",     "1234rewq",       "1234rfvb",      "12365478",       "123654789",
    "1236547890",     "123654987",     "12369874",         "123698741",      "123698745",     "1236987450",     "123789123",
    "12378945",       "123789456",     "123aaa123",        "123abc!@#",      "123abc123",     "123abc456",      "123asd123",
    "123asd456",      "123qwe!@#",     "123qwe123",        "123qwe456",      "123qwe456rty",  "123qweasd",      "123qweasd!",
    "123qweasdzxc",   "12qw34er",      "12qwaszx",         "13131313",       "13141314",      "13145200",       "131452000",
    "13145201",       "13145201314",   "1314520520",       "1314520a",       "1314520aa",     "13145210",       "1314521a",
    "13572468",       "135792468",     "1357924680",       "13579246810",    "13800000000",   "13800138000",    "13812345678",
    "13888888888",    "13912345678",   "14141414",         "147147147",      "14714725",      "147258258",      "147258369",
    "1472583690",     "147258369a",    "147369258",        "147852369",      "1478523690",    "14789632",       "147896321",
    "147896325",      "1478963250",    "15151515",         "159159159",      "159357123",     "159357159",      "15935725",
    "159357456",      "159753123",     "159753159",        "159753456",      "15975346",      "159753852",      "163.com1",
    "168168168",      "16816888",      "16881688",         "16888888",       "18181818",      "18888888",       "19191919",
    "19491001",       "19800101",      "19801980",         "19811981",       "19821982",      "19831983",       "19841984",
    "19850101",       "19851985",      "19860101",         "19861986",       "19870101",      "19871987",       "19880101",
    "19881988",       "19890101",      "19891989",         "19900101",       "19901990",      "19910101",       "19911991",
    "19920101",       "19921992",      "19931993",         "19941994",       "19950101",      "19951995",       "19961996",
    "19971997",       "19981998",      "19991231",         "19991999",       "1a2b3c4d",      "1a2b3c4d5e",     "1a2s3d4f",
    "1q2w3e!@#",      "1q2w3e4r",      "1q2w3e4r!",        "1q2w3e4r5t",     "1q2w3e4r5t6y",  "1qaz!qaz",       "1qaz1qaz",
    "1qaz2wsx",       "1qaz2wsx3edc",  "1qaz2wsx3edc4rfv", "1qaz@wsx",       "1qazxsw2",      "1z2x3c4v",       "20000101",
    "20002000",       "20012001",      "20080808",         "20082008",       "20101010",      "20102010",       "20121212",
    "20121221",       "20122012",      "20131420",         "20131452",       "201314520",     "20200202",       "20202020",
    "20212021",       "20220222",      "20222022",         "20232023",       "20242024",      "20252025",       "20262026",
    "21212121",       "22223333",      "22334455",         "23232323",       "24681012",      "246813579",      "25251325",
    "25252525",       "25802580",      "25825800",         "258258258",      "258369147",     "28282828",       "2wsx1qaz",
    "2wsx3edc",       "31415926",      "314159265",        "3141592653",     "31415926535",   "32103210",       "321321321",
    "32165487",       "321654987",     "3216549870",       "33334444",       "33445566",      "36363636",       "369258147",
    "36936900",       "369369369",     "369852147",        "38383838",       "3edc4rfv",      "43214321",       "44445555",
    "45612300",       "456123789",     "45645645",         "456456456",      "456789123",     "456852456",      "46464646",
    "47474747",       "4rfv5tgb",      "51201314",         "51515151",       "520123456",     "52013140",       "520131400",
    "52013141",       "5201314123",    "5201314520",       "52013145201314", "5201314a",      "5201314aa",      "5201314q",
    "5201314qq",      "5201314w",      "5201314z",         "52052000",       "520520520",     "521125521",      "52113140",
    "521131400",      "52113145",      "5211314a",         "52152100",       "521521521",     "52525252",       "54321543",
    "54325432",       "55556666",      "55667788",         "56565656",       "58451314",      "5845201314",     "584520584520",
    "584521584521",   "58585858",      "5tgb6yhn",         "6543210a",       "65432165",      "654321654321",   "654321aa",
    "65656565",       "66667777",      "66668888",         "666888666",      "666888999",     "66778899",       "66886688",
    "68686868",       "69696969",      "6yhn7ujm",         "74107410",       "741258963",     "74185296",       "741852963",
    "7418529630",     "77582580",      "77582587758258",   "7758258a",       "77585210",      "775852100",      "7758521521",
    "77585217758521", "7758521a",      "77778888",         "77887788",       "77889900",      "778899aa",       "78787878",
    "78945612",       "789456123",     "7894561230",       "789456123a",     "78978978",      "789789789",      "7ujm8ik,",
    "85208520",       "852456852",     "852852852",        "85858585",       "86868686",      "87654321a",      "88668866",
    "888666888",      "88886666",      "88888866",         "88889999",       "888999888",     "88998899",       "89898989",
    "90909090",       "91919191",      "951753852",        "951753951",      "96321478",      "963258741",      "96385274",
    "963852741",      "963963963",     "96969696",         "987654321a",     "987654321aa",   "98769876",       "98798798",
    "987987987",      "98989898",      "99887766",         "9988776655",     "999888777",     "99998888",       "99999988",
    "9ijn0okm",       "a00000000",     "a11111111",        "a111111a",       "a123123123",    "a123321a",       "a123456!",
    "a123456.",       "a1234567",      "a12345678",        "a123456789",     "a1234567890",   "a123456a",       "a123456b",
    "a147258369",     "a1472583690",   "a1a1a1a1",         "a1b2c3d4",       "a1b2c3d4e5",    "a1s2d3f4",       "a321654987",
    "a5201314",       "a66666666",     "a7758521",         "a88888888",      "a987654321",    "aa112233",       "aa11bb22",
    "aa123123",       "aa123456",      "aa123456!",        "aa123456.",      "aa12345678",    "aa123456789",    "aaa111222",
    "aaa123456",      "aaaa1111",      "aaaa1234",         "aaaaaaa1",       "aaasssddd",     "aabb1122",       "aabbccdd",
    "aass1122",       "abc.1234",      "abc112233",        "abc123!@#",      "abc123123",     "abc12345",       "abc123456",
    "abc1234567",     "abc12345678",   "abc123456789",     "abc123abc",      "abc@1234",      "abc@12345",      "abc@123456",
    "abcabc123",      "abcabcabc",     "abcd!@#$",         "abcd.1234",      "abcd123!",      "abcd1234",       "abcd1234!",
    "abcd12345",      "abcd123456",    "abcd@1234",        "abcde12345",     "abcdef12",      "abcdef123",      "abcdefg1",
    "abcdefg123",     "abcdefgh1",     "access14",         "admin!@#",       "admin#123",     "admin000",       "admin111",
    "admin123",       "admin123!",     "admin123!@#",      "admin1234",      "admin12345",    "admin123456",    "admin12345678",
    "admin123admin",  "admin2020",     "admin2021",        "admin2022",      "admin2023",     "admin2024",      "admin2025",
    "admin2026",      "admin666",      "admin888",         "admin@123",      "admin@1234",    "admin@12345",    "admin@123456",
    "admin@2020",     "admin@2021",    "admin@2022",       "admin@2023",     "admin@2024",    "admin@2025",     "admin@2026",
    "admin@888",      "admin@admin",   "admin_123",        "adminadmin",     "administrator", "administrator1", "aini1314",
    "aini5201314",    "alexander",     "alexandra",        "alibaba123",     "android1",      "angel123",       "angelangel",
    "anthony1",       "apple123",      "arsenal1",         "as123456",       "as1234567",     "asas1212",       "asd123!@#",
    "asd12345",       "asd123456",     "asd123asd",        "asdasd123",      "asdasdasd",     "asdf!@#$",       "asdf1234",
    "asdf12345",      "asdf123456",    "asdfasdf",         "asdffdsa",       "asdfgh12",      "asdfgh123",      "asdfgh123456",
    "asdfghjk",       "asdfghjkl",     "asdfghjkl123",     "asdfghjkl;",     "asdfjkl;",      "asdfqwer",       "asdfzxcv",
    "asdqwe123",      "asdzxc123",     "ashley123",        "asshole1",       "autumn123",     "b123456789",     "babygirl",
    "babygirl1",      "baidu123",      "banana123",        "barcelona",      "baseball",      "baseball1",      "basketball",
    "batman123",      "bb123456",      "beijing1",         "beijing123",     "beijing2008",   "beijing2022",    "benjamin",
    "bhu89ijn",       "blink182",      "bullshit",         "butterfly",      "c1234567",      "c12345678",      "c123456789",
    "cc123456",       "cde34rfv",      "changeme",         "changeme1",      "changeme123",   "charlie1",       "charlie123",
    "chelsea1",       "chen1234",      "chen123456",       "chenchen",       "chengdu1",      "chengdu123",     "chenjian",
    "cheyenne",       "china123",      "china1234",        "china123456",    "china2008",     "china@123",      "chocolate",
    "chongqing",      "christian",     "christopher",      "cisco123",       "company1",      "company123",     "computer",
    "computer1",      "cookie123",     "corvette",         "counterstrike",  "d1234567",      "d123456789",     "daniel123",
    "danielle",       "dd123456",      "dearbook",         "december",       "default1",      "default123",     "demo1234",
    "demodemo",       "diablo123",     "dongguan",         "dragon123",      "edcrfvtgb",     "elizabeth",      "f123456789",
    "facebook",       "facebook1",     "family123",        "fdsa4321",       "fdsafdsa",      "february",       "ff123456",
    "flower123",      "football",      "football1",        "forever1",       "forever123",    "forever520",     "freedom1",
    "freedom123",     "friends1",      "fuck1234",         "fuckfuck",       "fuckyou!",      "fuckyou1",       "fuckyou123",
    "fuckyou2",       "g123456789",    "gateway1",         "goodluck",       "goodluck1",     "google123",      "guangzhou",
    "guest123",       "guest1234",     "h123456789",       "hangzhou",       "happy123",      "happy1234",      "happyday",
    "happyness",      "heaven123",     "hello123",         "hello1234",      "hello12345",    "hello123456",    "hello2024",
    "hello@123",      "hellohello",    "helloworld",       "helloworld1",    "hh123456",      "huang123",       "huang123456",
    "huawei12",       "huawei123",     "huawei@123",       "iloveu123",      "iloveu1314",    "iloveu520",      "iloveyou",
    "iloveyou!",      "iloveyou1",     "iloveyou12",       "iloveyou123",    "iloveyou1314",  "iloveyou2",      "iloveyou520",
    "instagram",      "internet",      "iphone123",        "j123456789",     "jennifer",      "jessica1",       "jj123456",
    "jkl12345",       "jklm1234",      "jonathan",         "jordan123",      "jordan23",      "joshua123",      "k123456789",
    "l1234567",       "l12345678",     "l123456789",       "lailailai",      "letmein1",      "letmein123",     "li123456",
    "liang123",       "linkedin",      "liu123456",        "liuliuliu",      "liuyang1",      "liverpool",      "liverpool1",
    "lj123456",       "lkjhgfds",      "lkjhgfdsa",        "ll123456",       "lll123456",     "login123",       "longlong",
    "love1234",       "love12345",     "love123456",       "love1314",       "love5200",      "love5201314",    "love520520",
    "lovelife",       "lovelove",      "lovely123",        "loveme123",      "loveyou1",      "loveyou123",     "loveyou1314",
    "loveyou520",     "lx123456",      "ly123456",         "m1234567",       "m123456789",    "manager1",       "manager123",
    "manchester",     "master12",      "master123",        "matthew1",       "maverick",      "mercedes",       "michael1",
    "michelle",       "microsoft",     "midnight",         "mima1234",       "mima12345",     "mima123456",     "mima123456789",
    "mima@123",       "mimamima",      "mimashi123",       "minecraft",      "mm123456",      "mm1234567",      "mnbvcxz1",
    "monday123",      "money123",      "moneymoney",       "monkey123",      "mustang1",      "mylove123",      "mypassword",
    "myspace1",       "mysql123",      "n123456789",       "nanjing1",       "nanjing123",    "naruto123",      "ncc1701d",
    "ncc1701e",       "newpassword",   "nicholas",         "nihao123",       "nihao1234",     "nihao123456",    "nihaoma1",
    "nihaonihao",     "nintendo",      "november",         "oracle11",       "oracle123",     "p@ssw0rd",       "p@ssw0rd!",
    "p@ssw0rd1",      "p@ssw0rd123",   "p@ssword",         "p@ssword1",      "p@ssword123",   "pa$$w0rd",       "pa$$word",
    "pa55word",       "pass1234",      "pass12345",        "pass123456",     "pass@123",      "pass@1234",      "pass@word1",
    "passpass",       "passw0rd",      "passw0rd!",        "passw0rd1",      "passw0rd123",   "passw0rd2024",   "password",
    "password!",      "password01",    "password1",        "password1!",     "password11",    "password12",     "password123",
    "password123!",   "password1234",  "password12345",    "password123456", "password2020",  "password2021",   "password2022",
    "password2023",   "password2024",  "password2025",     "password2026",   "password22",    "password99",     "passwords",
    "patricia",       "playboy1",      "poiuytre",         "poiuytrewq",     "pokemon1",      "pokemon123",     "postgres",
    "postgresql",     "princess",      "princess1",        "q1234567",       "q12345678",     "q123456789",     "q1q1q1q1",
    "q1w2e3r4",       "q1w2e3r4t5",    "q1w2e3r4t5y6",     "qaz123456",      "qaz123wsx",     "qazqazqaz",      "qazwsx12",
    "qazwsx123",      "qazwsxed",      "qazwsxedc",        "qazwsxedcrfv",   "qazxswedc",     "qq123456",       "qq1234567",
    "qq12345678",     "qq123456789",   "qqaazzxx",         "qqqq1111",       "qqww1122",      "qqwwee112233",   "qwe123!@#",
    "qwe12345",       "qwe123456",     "qwe123qwe",        "qweasd123",      "qweasdzx",      "qweasdzxc",      "qweasdzxc123",
    "qweqweqwe",      "qwer!@#$",      "qwer1234",         "qwer12345",      "qwer123456",    "qwer4321",       "qwer@1234",
    "qwerqwer",       "qwerrewq",      "qwerty!@#",        "qwerty1!",       "qwerty12",      "qwerty123",      "qwerty1234",
    "qwerty12345",    "qwerty123456",  "qwertyqwerty",     "qwertyui",       "qwertyuiop",    "qwertyuiop123",  "realmadrid",
    "rewq4321",       "rfvtgbyhn",     "richard1",         "robert123",      "root1234",      "root12345",      "root123456",
    "root@123",       "root@1234",     "rootroot",         "s1234567",       "s12345678",     "s123456789",     "samantha",
    "samsung1",       "samsung123",    "secret123",        "september",      "server123",     "shadow123",      "shanghai",
    "shanghai1",      "shanghai123",   "shanghai2010",     "shenzhen",       "shenzhen123",   "snoopy123",      "spiderman",
    "spring123",      "spring2024",    "ss123456",         "starcraft",      "starwars",      "starwars1",      "stephanie",
    "summer123",      "summer2024",    "summer2025",       "sunshine",       "sunshine1",     "superadmin",     "superman",
    "superman1",      "superuser",     "supervisor",       "sys@1234",       "sysadmin",      "system123",      "system32",
    "t123456789",     "taobao123",     "temp1234",         "tencent123",     "test1234",      "test12345",      "test123456",
    "test@123",       "test@1234",     "tester123",        "testing1",       "testing123",    "testtest",       "tgbyhnujm",
    "thepassword",    "thomas123",     "thx11380",         "tianjin1",       "tianjin123",    "toor1234",       "trewq123",
    "trustno1",       "twitter1",      "ujmyhntgb",        "user1234",       "user123456",    "username",       "veronica",
    "victoria",       "victoria1",     "w1234567",         "w12345678",      "w123456789",    "w5201314",       "wang1234",
    "wang12345",      "wang123456",    "wangjian",         "wanglei1",       "wangwang",      "wangwei1",       "wangwei123",
    "wangxiao",       "wangyang",      "warcraft",         "wechat123",      "wechat520",     "weixin123",      "welcome!",
    "welcome1",       "welcome12",     "welcome123",       "welcome@123",    "whatever",      "whatever1",      "william1",
    "windows1",       "windows10",     "windows11",        "windows7",       "winter123",     "winter2024",     "wj123456",
    "wo123456",       "wo1234567",     "woaibaobao",       "woailaogong",    "woailaopo",     "woaimama",       "woaimama123",
    "woaini00",       "woaini1.",      "woaini11",         "woaini12",       "woaini1213",    "woaini123",      "woaini1234",
    "woaini12345",    "woaini123456",  "woaini123456789",  "woaini1314",     "woaini1314520", "woaini1987",     "woaini1988",
    "woaini1989",     "woaini1990",    "woaini520",        "woaini520.",     "woaini5201314", "woaini521",      "woaini666",
    "woaini888",      "woaini99",      "woainibaba",       "woainima",       "woainima1",     "woainima123",    "woaiwo123",
    "woaiwojia",      "woaiwoziji",    "woaizhongguo",     "woaiziji",       "wobuaini",      "wobuzhidao",     "wodemima",
    "wodemima123",    "woshimima",     "woshiniba",        "woshinibaba",    "woshinidie",    "woshishei",      "woshishui",
    "woshiwo1",       "woshizhu",      "wsxedcrfv",        "ww123456",       "ww123456789",   "www.163.com",    "www.baidu.com",
    "www123456",      "wwwwwww1",      "wy123456",         "x1234567",       "x12345678",     "x123456789",     "xiao1234",
    "xiao123456",     "xiaohong",      "xiaolong",         "xiaoming",       "xiaoming123",   "xiaoxiao",       "xiaoyu123",
    "xsw21qaz",       "xx123456",      "xxx123456",        "xxxxxxx1",       "xy123456",      "xyz12345",       "xyz123456",
    "y1234567",       "y123456789",    "yang1234",         "yang123456",     "yangyang",      "yhnujmik",       "ytrewq123",
    "yy123456",       "yyy123456",     "z1234567",         "z12345678",      "z123456789",    "zaq!2wsx",       "zaq12wsx",
    "zaq1xsw2",       "zaq1zaq1",      "zh123456",         "zhang123",       "zhang1234",     "zhang123456",    "zhangjie",
    "zhangjing",      "zhanglei",      "zhangwei",         "zhangwei1",      "zhangyang",     "zhao1234",       "zhao123456",
    "zhongguo",       "zhongguo1",     "zhongguo123",      "zhonghua",       "zhou1234",      "zhou123456",     "zj123456",
    "zse45tgb",       "zse4rfvb",      "zx123456",         "zxc12345",       "zxc123456",     "zxcasdqwe",      "zxcasdqwe123",
    "zxcv1234",       "zxcvb123",      "zxcvbnm,",         "zxcvbnm,./",     "zxcvbnm1",      "zxcvbnm12",      "zxcvbnm123",
    "zxcvbnm123456",  "zxczxczxc",     "zy123456",         "zz123456",       "zzxxccvv"};

constexpr bool in_order() {
  for (std::size_t i = 1; i < std::size(common_passwords); ++i) {
    if (!(common_passwords[i - 1] < common_passwords[i])) return false;
  }
  return true;
}
static_assert(in_order(), "binary_search needs the list sorted, each once");

bool all_in(std::string_view text, char first, char last) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return first <= c && c <= last; });
}

// Every character one step of the same size after the one before it; 0 follows 9.
bool runs(std::string_view text, int step) {
  const bool digits = all_in(text, '0', '9');
  if (!digits && !all_in(text, 'a', 'z')) return false;
  const int span = digits ? 10 : 26;
  const auto follows = [&](char x, char y) { return (y - x - step) % span == 0; };
  return std::adjacent_find(text.begin(), text.end(), [&](char x, char y) { return !follows(x, y); }) == text.end();
}

bool one_character_only(std::string_view text) {
  const std::string first = character_at(text, 0);
  for (std::size_t at = 0; at < text.size(); at += first.size()) {
    if (text.substr(at, first.size()) != first) return false;
  }
  return true;
}

}  // namespace

bool is_common_password(std::string_view password) {
  const std::string text = lower(half_width(password));
  return std::binary_search(std::begin(common_passwords), std::end(common_passwords), std::string_view(text)) ||
         one_character_only(text) || runs(text, 1) || runs(text, -1);
}

}  // namespace domain
