# make            builds everything into build/      make run    the portal on http://127.0.0.1:8080 (PORT=… for another)
# make test       every test                         make check  the tree's own rules, formatting
# make asan       the same tests with sanitizers     make asan-unit  the unit tests only    make tidy  clang-tidy
# make bench      speed, with ratios                 make compile_commands.json  for editors
# make fuzz       each fuzzer for FUZZ_SECONDS (60)   make format clang-format           make clean  removes build/

SHELL := /bin/bash
BUILD ?= build
JOBS ?= $(shell nproc)
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(JOBS)
endif

CXX := $(shell command -v ccache >/dev/null 2>&1 && echo ccache) g++
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Werror
HARDENING := -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE -fcf-protection
SANITIZE ?=
OPTIMIZE := -O2
ifneq ($(SANITIZE),)
OPTIMIZE := -O1
HARDENING := -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize=vptr -fPIE
# GCC 12 sees uninitialized values inside <regex> when it instruments it.
WARNINGS += -Wno-maybe-uninitialized
endif
VERSION := 0.1.0
CPPFLAGS := -Ihandlers -Ihandlers/common -Itests -DQJ_VERSION='"$(VERSION)"' -DBOOST_TEST_DYN_LINK $(shell pkg-config --cflags libpq libsodium pangocairo 2>/dev/null)
# Line numbers for backtraces. Names and values of local variables, for gdb, cost a quarter more: make BUILD=build/debug DEBUG_INFO=-g
DEBUG_INFO ?= -g1
CXXFLAGS := -std=c++17 $(OPTIMIZE) $(DEBUG_INFO) $(WARNINGS) $(HARDENING)
LDFLAGS := -pie -Wl,-z,relro,-z,now,--as-needed
LIBS := -lfcgi -lcgicc -lcsv -lctemplate -lsoci_postgresql -lsoci_core -lpq -lsodium -lgd -lcurl -loath -lqrencode -lxlsxwriter -lzip -lexpat -lturbojpeg -licuuc -licui18n -lpangocairo-1.0 -lpango-1.0 -lcairo -lgobject-2.0 -lglib-2.0 -lpthread
TEST_LIBS := -lboost_unit_test_framework

AREAS := portal accounts ledger appointments desk supervision admin query
# Every source below a folder, whatever its sub-folders.
SOURCES := $(sort $(shell find handlers tests/common tests/unit tests/store tests/web tests/fuzz -name '*.cpp'))
sources = $(filter $(addsuffix /%,$(1)),$(SOURCES))
objects = $(patsubst %.cpp,$(BUILD)/obj/%.o,$(sources))
COMMON := $(call objects,handlers/common)
# What an area, or the long work, is besides its main(): what the tests call in process.
PAGES := $(filter-out %/main.o,$(foreach area,$(AREAS) jobs,$(call objects,handlers/$(area))))

BINARIES := $(AREAS:%=$(BUILD)/bin/qj-%) $(BUILD)/bin/qj-serve $(BUILD)/bin/qj-mailer $(BUILD)/bin/qj-reminders $(BUILD)/bin/qj-jobs $(BUILD)/bin/qjctl
TESTS := $(BUILD)/tests/unit $(BUILD)/tests/store $(BUILD)/tests/web

.PHONY: compile_commands.json all binaries tests run test check tidy asan asan-unit bench bench-mail bench-search fuzz format clean
all: binaries tests
binaries: $(BINARIES)
# What scripts/test needs for unit, store and web.
tests: $(TESTS) $(BUILD)/bin/qjctl $(BUILD)/bin/qj-serve

$(BUILD)/obj/%.o: %.cpp Makefile
	@mkdir -p $(@D)
	@echo "  C++  $<"
	@$(CXX) $(CPPFLAGS) $(CXXFLAGS) $(PRECOMPILED) -MMD -MP -c -o $@ $<

# A program knows which set of functions it was built with; store/core/functions.cpp computes the same. FUNCTIONS: in their order.
FUNCTIONS := $(addprefix functions/,$(shell grep '[.]sql$$' sql/functions/order))
FUNCTIONS_CHECKSUM := $(shell cd sql && sha256sum $(FUNCTIONS) | sha256sum | cut -d' ' -f1)
SCHEMA_OBJECT := $(filter %/migrations.o,$(COMMON))
$(SCHEMA_OBJECT): CPPFLAGS += -DQJ_FUNCTIONS='"$(FUNCTIONS_CHECKSUM)"'
$(SCHEMA_OBJECT): sql/functions/order $(addprefix sql/,$(FUNCTIONS))

# What only tests is built to be built fast; what it tests is built as it runs.
TEST_FLAGS := -O0 -U_FORTIFY_SOURCE
$(BUILD)/obj/tests/%.o: private CXXFLAGS += $(TEST_FLAGS)

# Library headers that nearly every file of a layer includes are compiled once, from the layer's precompiled.h. It holds only what
# the layer may include anyway, and every source includes what it uses: `make BUILD=build/plain PCH=` compiles without, and so do
# `make tidy` and `make fuzz`.
PCH ?= yes
# One that no longer fits (a new compiler) is passed over, not an error. Inside precompiled headers GCC 12 forgets that they are the
# system's, and reports its known false alarms about std::string.
PCH_WARNINGS := -Winvalid-pch -Wno-error=invalid-pch -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread
export CCACHE_SLOPPINESS := pch_defines,time_macros
export CCACHE_PCH_EXTSUM := yes
# Another clone finds what this one has compiled.
export CCACHE_NOHASHDIR := yes
$(BUILD)/pch/%.h.gch: Makefile
	@mkdir -p $(@D)
	@echo "  PCH  $(HEADER)"
	@echo '#include "$(HEADER)"' > $(@:.gch=)
	@$(CXX) $(CPPFLAGS) $(CXXFLAGS) -MMD -MP -MT $@ -MF $(@:.gch=.d) -x c++-header -c -o $@ $(@:.gch=)
	@sha256sum < $@ > $@.sum

$(BUILD)/pch/tests%: private CXXFLAGS += $(TEST_FLAGS)

# NAME, the header below handlers/ or tests/, and the objects it is for.
define precompiled
$(BUILD)/pch/$(1).h.gch: HEADER := $(2)
$(BUILD)/pch/$(1).h.gch: $(firstword $(wildcard handlers/$(2) tests/$(2)))
ifneq ($$(PCH),)
$(3): $(BUILD)/pch/$(1).h.gch
$(3): private PRECOMPILED := -include $(BUILD)/pch/$(1).h -fpch-preprocess $(PCH_WARNINGS)
endif
endef
LOW := $(call objects,handlers/common/base handlers/common/domain handlers/common/mail handlers/serve handlers/qjctl)
STORE := $(call objects,handlers/common/store)
$(eval $(call precompiled,base,common/base/precompiled.h,$(LOW)))
$(eval $(call precompiled,store,common/store/precompiled.h,$(STORE)))
$(eval $(call precompiled,view,common/view/precompiled.h,$(filter-out $(LOW) $(STORE),$(call objects,handlers))))
# Boost's main() is made by a macro that stands before its header.
$(eval $(call precompiled,tests-unit,unit/precompiled.h,$(filter-out %/main.o,$(call objects,tests/unit))))
$(eval $(call precompiled,tests-common,common/precompiled.h,$(filter-out %/main.o,$(call objects,tests/common tests/store tests/web))))

$(BUILD)/libcommon.a: $(COMMON)
	@rm -f $@
	@ar rcs $@ $^

define binary
$(1): $(2)
	@mkdir -p $$(@D)
	@echo "  LINK $$@"
	@$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $$@ $$(filter %.o,$$^) $$(filter %.a,$$^) $(3)
endef
$(foreach area,$(AREAS),$(eval $(call binary,$(BUILD)/bin/qj-$(area),$(call objects,handlers/$(area)) $(BUILD)/libcommon.a,$(LIBS))))
$(eval $(call binary,$(BUILD)/bin/qj-mailer,$(call objects,handlers/mailer) $(BUILD)/libcommon.a,$(LIBS)))
$(eval $(call binary,$(BUILD)/bin/qj-reminders,$(call objects,handlers/reminders) $(BUILD)/libcommon.a,$(LIBS)))
$(eval $(call binary,$(BUILD)/bin/qj-jobs,$(call objects,handlers/jobs) $(BUILD)/libcommon.a,$(LIBS)))
$(eval $(call binary,$(BUILD)/bin/qjctl,$(call objects,handlers/qjctl) $(BUILD)/libcommon.a,$(LIBS)))
$(eval $(call binary,$(BUILD)/bin/qj-serve,$(call objects,handlers/serve) $(BUILD)/obj/handlers/common/base/listener.o,))
# What is tested without a database needs nothing above these.
UNIT := $(call objects,handlers/common/base handlers/common/domain handlers/common/mail)
$(eval $(call binary,$(BUILD)/tests/unit,$(call objects,tests/unit) $(UNIT),$(LIBS) $(TEST_LIBS)))
$(eval $(call binary,$(BUILD)/tests/store,$(call objects,tests/store) $(call objects,tests/common) $(BUILD)/libcommon.a,$(LIBS) $(TEST_LIBS)))
$(eval $(call binary,$(BUILD)/tests/web,$(call objects,tests/web) $(call objects,tests/common) $(PAGES) $(BUILD)/libcommon.a,$(LIBS) $(TEST_LIBS)))

# For editors and clang-tidy: how each source is compiled, without precompiled headers and with the warnings that clang knows.
comma := ,
command_of = {"directory": "$(CURDIR)", "file": "$(1)", "command": "g++ $(subst ",\",$(CPPFLAGS) -DQJ_FUNCTIONS='""' $(filter-out -Werror -Wconversion,$(CXXFLAGS))) -c $(1)"}
compile_commands.json:
	@: $(file >$@,[) $(foreach source,$(SOURCES),$(file >>$@,$(call command_of,$(source))$(if $(filter-out $(lastword $(SOURCES)),$(source)),$(comma)))) $(file >>$@,])
	@echo "  MADE $@"

run:
	@scripts/setup
	@$(MAKE) --no-print-directory binaries
	@scripts/run

test:
	@scripts/setup --test
	@$(MAKE) --no-print-directory all
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan SANITIZE=1 $(BUILD)/asan/tests/unit
	@scripts/test

asan:
	@scripts/setup --test
	@$(MAKE) --no-print-directory BUILD=build/asan SANITIZE=1 all
	@BUILD=build/asan scripts/test unit store web e2e

# The unit tests alone: what every run of the tests can afford.
asan-unit:
	@scripts/setup --test
	@$(MAKE) --no-print-directory $(BUILD)/bin/qj-serve # scripts/test looks whether the ordinary user can read it
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan SANITIZE=1 $(BUILD)/asan/tests/unit
	@scripts/test sanitized

bench:
	@scripts/setup --bench
	@$(MAKE) --no-print-directory binaries
	@scripts/bench
	@scripts/bench-mail

bench-mail:
	@scripts/setup --bench
	@$(MAKE) --no-print-directory binaries
	@scripts/bench-mail

bench-search:
	@scripts/setup --test
	@$(MAKE) --no-print-directory binaries
	@scripts/bench-search

# Their own corpora grow in build/; tests/fuzz/corpus/<name> holds a few seeds.
FUZZ_SECONDS ?= 60
FUZZ_SOURCES := $(call sources,handlers/common/domain handlers/common/base) $(filter %/multipart.cpp %/params.cpp %/request.cpp,$(call sources,handlers/common/web))
FUZZ_OBJECTS := $(patsubst %.cpp,$(BUILD)/fuzz/obj/%.o,$(FUZZ_SOURCES))
FUZZ_NAMES := $(basename $(notdir $(call sources,tests/fuzz)))
FUZZ_CXX := $(shell command -v ccache) clang++-14 -std=c++17 -O1 -g -fno-sanitize=vptr
$(BUILD)/fuzz/obj/%.o: %.cpp Makefile
	@mkdir -p $(@D)
	@$(FUZZ_CXX) -fsanitize=fuzzer-no-link,address,undefined $(CPPFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/fuzz/run/%: $(BUILD)/fuzz/obj/tests/fuzz/%.o $(FUZZ_OBJECTS)
	@mkdir -p $(@D)
	@echo "  FUZZ $@"
	@$(FUZZ_CXX) -fsanitize=fuzzer,address,undefined -o $@ $^ -lcgicc -lcsv -lsodium -loath -lqrencode -lxlsxwriter -lzip -lexpat -licuuc -licui18n -lpangocairo-1.0 -lpango-1.0 -lcairo -lgobject-2.0 -lglib-2.0
.SECONDARY: $(FUZZ_OBJECTS)
fuzz:
	@scripts/setup --fuzz
	@$(MAKE) --no-print-directory $(FUZZ_NAMES:%=$(BUILD)/fuzz/run/%)
	@for name in $(FUZZ_NAMES); do \
	  mkdir -p $(BUILD)/fuzz/corpus/$$name; seeds=tests/fuzz/corpus/$$name; [ -d $$seeds ] || seeds=; \
	  $(BUILD)/fuzz/run/$$name -max_total_time=$(FUZZ_SECONDS) -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix=$(BUILD)/fuzz/ $(BUILD)/fuzz/corpus/$$name $$seeds || exit 1; done

check:
	@scripts/setup --test
	@scripts/check

# A source again only when it, one of its headers or .clang-tidy has changed: its object knows which they are.
TIDY := $(patsubst %.cpp,$(BUILD)/tidy/%.ok,$(call sources,handlers))
$(BUILD)/tidy/%.ok: $(BUILD)/obj/%.o .clang-tidy | compile_commands.json
	@mkdir -p $(@D)
	@echo "  TIDY $*.cpp"
	@found=$$(clang-tidy --quiet -p . $*.cpp 2>&1) || { echo "$$found"; exit 1; }
	@touch $@
tidy: $(TIDY)

format:
	@git ls-files -co --exclude-standard '*.cpp' '*.h' | xargs clang-format -i

clean:
	@rm -rf $(BUILD)

-include $(shell find $(BUILD)/obj $(BUILD)/pch -name '*.d' 2>/dev/null)
