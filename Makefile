# The names people type. Everything needs only Node (>= 20), git and make; npm brings the rest, on Linux Node 24 as well.
.PHONY: try ci test test-docker engines self-test coverage build package lint linters fmt bench

MODULES := node_modules/.package-lock.json

# In seconds: every action, as committed in dist/, on the pull request of examples/demo; the verdicts, and one page of what GitHub would show.
try: $(MODULES)
	@npm run --silent try

# The main job: build, measure our own tests, and run the actions on this repository as GitHub would, in front of an emulated GitHub.
ci: $(MODULES)
	@npm run --silent ci

test: $(MODULES)
	npm run --silent test

# Images on a real Docker, real registries and a real cosign, and deployments to real hosts, which start for it as root on Debian, as far as the machine lets them.
test-docker: $(MODULES)
	npm run --silent test:docker

# Downloads what tests start and npm does not have: act, and Debian's Docker, registry and cosign. Nothing is installed.
engines: $(MODULES)
	npm run --silent engines

# Alarm tests with real toolchains (Go, Rust with Criterion), which need a quiet machine; skipped where they are not installed.
self-test: $(MODULES)
	npm run --silent self-test

# The coverage of our own tests, as build/coverage/lcov.info.
coverage: $(MODULES)
	npm run --silent coverage

build: $(MODULES)
	npm run --silent build

# What a version tag holds, in build/package; see docs/adr/007-published-tree.md.
package: build
	npm run --silent package

lint: $(MODULES)
	npm run --silent lint

# Linters that npm does not have: of spelling, for `make lint`, and of workflow files, for the tests. Used where they are there.
linters: $(MODULES)
	npm run --silent linters

fmt: $(MODULES)
	npm run --silent fmt

bench: $(MODULES)
	npm run --silent bench:coverage

$(MODULES): package.json package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	@PATH="$(CURDIR)/node_modules/.bin:$$PATH" node -e 'process.exit(Number(parseInt(process.versions.node) < 24))' || \
	  { echo "Node 24 is missing: npm has none for this platform. Install the version in .node-version."; rm -f $@; exit 1; }
	@touch $@
