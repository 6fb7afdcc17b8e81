# make test      everything that CI runs; sets up what it needs
# make generate  build the browser side anew (after a change in internal/ui/src or css)
# make demo      a workshop that is ready to try

GO      ?= go
NPM     ?= npm
BIN     := out/sala
export CHROMIUM ?= $(shell command -v chromium 2>/dev/null || echo /usr/bin/chromium)

.PHONY: test demo build windows generate setup vet lint types dist-check unit papers stories fmt clean

test: setup vet windows lint types dist-check unit papers stories
	@echo "all checks passed"

demo:
	$(GO) run . demo

# One file that needs no library of the system.
build:
	CGO_ENABLED=0 $(GO) build -o $(BIN) .

# The laptop in the room often runs Windows.
windows:
	GOOS=windows GOARCH=amd64 $(GO) build -o out/sala.exe .

# What the checks need beyond Go. Only what is missing is installed; what
# cannot be installed is said, and the checks fail.
setup: node_modules
	@scripts/need chromium chromium
	@scripts/need pdftotext poppler-utils
	@scripts/need qpdf qpdf
	@PATH="$$PATH:/usr/sbin" scripts/need nginx nginx-light
	@scripts/need soffice libreoffice-writer

node_modules: package.json package-lock.json
	@scripts/need $(NPM) npm
	$(NPM) ci --no-audit --no-fund
	@touch node_modules

generate: node_modules
	$(GO) generate ./internal/ui

vet:
	$(GO) vet ./...

# staticcheck and gofumpt come from the module in tools/.
lint:
	cd tools && $(GO) build -o ../out/ honnef.co/go/tools/cmd/staticcheck mvdan.cc/gofumpt
	out/staticcheck ./...
	@unformatted="$$(out/gofumpt -l main.go internal bench e2e)"; \
	if [ -n "$$unformatted" ]; then echo "not formatted (run make fmt):"; echo "$$unformatted"; exit 1; fi

fmt:
	cd tools && $(GO) build -o ../out/ mvdan.cc/gofumpt
	out/gofumpt -w main.go internal bench e2e

types: node_modules
	npx --no-install tsc --noEmit

# The committed bundle is the one that the sources give.
dist-check: node_modules
	$(GO) generate ./internal/ui
	@git diff --exit-code --stat -- internal/ui/dist internal/ui/src/types.ts || \
		{ echo "internal/ui/dist is not what the sources give: commit the result of make generate"; exit 1; }

unit:
	$(GO) test -race ./...

# The papers, checked by the tools that people open them with.
papers:
	$(GO) test -tags tools ./internal/document/... ./internal/report/... ./internal/note/...
	$(GO) test -tags tools ./internal/cli -run BehindNginx

stories: node_modules build
	node --test --test-concurrency=2 e2e/*.test.mjs

clean:
	rm -rf out node_modules
