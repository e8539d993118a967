# The names people type. Everything needs only Node (>= 20), git and make; npm brings the rest, Node 24 included.
.PHONY: ci test build lint fmt bench

MODULES := node_modules/.package-lock.json

# The main job: build, measure our own tests, and run the gate on this repository as GitHub would, in front of an emulated GitHub.
ci: $(MODULES)
	npm run --silent ci

test: $(MODULES)
	npm run --silent test

build: $(MODULES)
	npm run --silent build

lint: $(MODULES)
	npm run --silent lint

fmt: $(MODULES)
	npm run --silent fmt

bench: $(MODULES)
	npm run --silent bench:coverage

$(MODULES): package.json package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@
