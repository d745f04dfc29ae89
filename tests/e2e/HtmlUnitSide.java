// Runs HtmlUnit as Internet Explorer: takes commands from standard input (see engine.js). It stands in for IE's DOM and
// script, not for its layout. Every script error of the whole run is collected and fails the walk.
import com.gargoylesoftware.htmlunit.*;
import com.gargoylesoftware.htmlunit.html.*;
import com.gargoylesoftware.htmlunit.javascript.*;
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

public class HtmlUnitSide {
  static final List<String> problems = new ArrayList<>();
  static WebClient client;

  static HtmlPage page() { return (HtmlPage) client.getCurrentWindow().getTopWindow().getEnclosedPage(); }

  static <T> T find(String selector) {
    @SuppressWarnings("unchecked") T node = (T) page().querySelector(selector);
    if (node == null) throw new IllegalStateException("nothing fits " + selector + " on " + page().getUrl());
    return node;
  }

  static String type(String selector, String text) throws IOException {
    DomElement node = find(selector);
    if (node instanceof HtmlTextArea) {
      ((HtmlTextArea) node).setText("");
      ((HtmlTextArea) node).type(text);
      return ((HtmlTextArea) node).getText();
    }
    ((HtmlInput) node).setValueAttribute("");
    ((HtmlInput) node).type(text);
    return ((HtmlInput) node).getValueAttribute();
  }

  static String act(String[] words) throws Exception {
    switch (words[0]) {
      case "goto": client.getPage(words[1]); break;
      case "evaluate": return String.valueOf(page().executeJavaScript(words[1]).getJavaScriptResult());
      case "type":
        String got = type(words[1], words.length > 2 ? words[2] : "");
        if (!got.equals(words[2])) throw new IllegalStateException("typed “" + words[2] + "” into " + words[1] + ", it holds “" + got + "”");
        break;
      case "select":
        HtmlSelect select = find(words[1]);
        select.getOptionByValue(words[2]);  // throws when there is none
        select.setSelectedAttribute(words[2], true);
        break;
      case "attach": ((HtmlFileInput) find(words[1])).setValueAttribute(words[2]); break;
      case "tick":
      case "click": ((HtmlElement) find(words[1])).click(); break;
      case "errors": return "[" + String.join(",", problems) + "]";
      default: throw new IllegalStateException("unknown verb " + words[0]);
    }
    client.waitForBackgroundJavaScriptStartingBefore(20);
    return "";
  }

  static void problem(String text) {
    problems.add('"' + text.replaceAll("[\\\\\"\\p{Cntrl}]", " ") + '"');
  }

  static void start(String mode) throws Exception {
    java.util.logging.Logger.getLogger("com.gargoylesoftware").setLevel(java.util.logging.Level.OFF);
    client = new WebClient((BrowserVersion) BrowserVersion.class.getField(mode).get(null));
    client.getOptions().setThrowExceptionOnScriptError(false);
    client.getOptions().setThrowExceptionOnFailingStatusCode(false);
    client.setAjaxController(new NicelyResynchronizingAjaxController());
    client.setIncorrectnessListener((message, origin) -> { });
    client.setCssErrorHandler(new SilentCssErrorHandler());
    client.setJavaScriptErrorListener(new JavaScriptErrorListener() {
      public void scriptException(HtmlPage p, ScriptException e) { problem(p.getUrl() + ": " + e.getMessage()); }
      public void timeoutError(HtmlPage p, long allowed, long used) { problem(p.getUrl() + ": script took " + used + " ms"); }
      public void malformedScriptURL(HtmlPage p, String url, MalformedURLException e) { problem("bad script address " + url); }
      public void loadScriptError(HtmlPage p, URL url, Exception e) { problem("script not loaded: " + url); }
    });
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
    System.setOut(System.err);
    start(args[0]);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      String[] words = line.split("\t", -1);
      for (int i = 0; i < words.length; i++) words[i] = URLDecoder.decode(words[i].replace("+", "%2B"), "UTF-8");
      String answer;
      try {
        answer = "ok\t" + URLEncoder.encode(act(words), "UTF-8").replace("+", "%20");
      } catch (Throwable e) {
        answer = "failed\t" + URLEncoder.encode(String.valueOf(e), "UTF-8").replace("+", "%20");
      }
      out.println(answer);
    }
    client.closeAllWindows();
  }
}
