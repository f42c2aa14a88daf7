package docs

import "embed"

// Guides are the guides as Markdown, and the files beside them that they lead to.
//
//go:embed *.md orders.csv snippets deploy/compose.yaml deploy/nginx.conf deploy/kubernetes
var Guides embed.FS
