# The names people type. Everything needs only Node (>= 20), git and make; npm brings the rest, Node 24 included.
.PHONY: ci test build lint fmt bench

MODULES := node_modules/.package-lock.json

$(MODULES): package.json package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

test: $(MODULES)
	npm test

build: $(MODULES)
	npm run build

lint: $(MODULES)
	npm run lint

fmt: $(MODULES)
	npm run fmt
