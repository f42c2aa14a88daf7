package form

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"path"
	"slices"
	"strings"
	"sync"

	"blyant/internal/chart"
)

//go:embed assets/*
var assetFiles embed.FS

// Asset is a file that pages load.
type Asset struct {
	Body []byte
	Type string // its media type
}

// assetTypes are the media types of assets by the end of their names.
var assetTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".ico": "image/x-icon",
}

// assetTable holds the assets by the names they are served under, and those
// names by the plain ones.
type assetTable struct {
	served map[string]Asset
	names  map[string]string
}

// coloursName is the beginning of all style sheets; by itself it is not served.
const coloursName = "colours.css"

// assets are read once. A served name carries a digest of the contents, so
// that an asset may be cached for ever and a new release is seen at once.
var assets = sync.OnceValue(func() assetTable {
	table := assetTable{map[string]Asset{}, map[string]string{}}
	entries, err := assetFiles.ReadDir("assets")
	if err != nil {
		panic(err)
	}
	colours, err := assetFiles.ReadFile("assets/" + coloursName)
	if err != nil {
		panic(err)
	}
	for _, entry := range entries {
		body, err := assetFiles.ReadFile("assets/" + entry.Name())
		if err != nil {
			panic(err)
		}
		switch entry.Name() {
		case coloursName:
			continue
		case "style.css":
			body = slices.Concat([]byte(chartColours()), colours, body)
		case "explorer.css":
			body = slices.Concat(colours, body)
		}
		digest := sha256.Sum256(body)
		extension := path.Ext(entry.Name())
		name := strings.TrimSuffix(entry.Name(), extension) + "." + hex.EncodeToString(digest[:6]) + extension
		table.names[entry.Name()] = name
		table.served[name] = Asset{Body: body, Type: assetTypes[extension]}
	}
	return table
})

// chartColours gives the charts on a page the colours of the reader's scheme.
// They come first, so that the page's own style can still change them.
func chartColours() string {
	return chart.Style(false) + "@media screen and (prefers-color-scheme: dark) {\n" + chart.Style(true) + "}\n"
}

// AssetFolder is the path under which assets are served.
const AssetFolder = "/assets/"

// AssetPath is where a page finds the asset of that plain name.
func AssetPath(name string) string { return AssetFolder + assets().names[name] }

// Favicon is what a browser asks for of its own accord, where an answer is no page.
func Favicon() Asset { return assets().served[assets().names["favicon.ico"]] }

// FindAsset returns the asset served under that name, the part of the path
// after /assets/.
func FindAsset(name string) (Asset, bool) {
	a, found := assets().served[name]
	return a, found
}
