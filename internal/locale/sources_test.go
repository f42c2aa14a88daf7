package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The code names reasons, notes and texts by their keys. Each key that stands
// in it as a literal must have words, or a reader would see the key.
func TestEveryKeyInTheCodeHasWords(t *testing.T) {
	used := keysIn(t, "../../model", "../../internal", "../../api")
	for _, kind := range []string{"fault", "reason", "note", "text"} {
		if len(used[kind]) == 0 {
			t.Errorf("no %s was found in the code", kind)
		}
		for key, place := range used[kind] {
			if !hasWords(kind, key) {
				t.Errorf("%s: %s %q has no words", place, kind, key)
			}
		}
	}
}

// Words that nothing in the code asks for would be translated in vain.
func TestNoSentenceIsIdle(t *testing.T) {
	used := keysIn(t, "../../model", "../../internal", "../../api")
	for _, kind := range []string{"fault", "note"} {
		for key := range catalogues()[English][section(kind)] {
			key, _, _ = strings.Cut(key, ".") // the rest is a variant
			if _, found := used["literal"][key]; !found {
				t.Errorf("no code names the %s %q", kind, key)
			}
		}
	}
}

// hasWords reports whether the English catalogue has the key. A constant called
// reason… is that of a fault, or of the one note that gives a reason.
func hasWords(kind, key string) bool {
	english := catalogues()[English]
	if kind != "reason" {
		_, found := english[section(kind)][key]
		return found
	}
	_, ofFault := english[ofFault][key]
	_, ofNote := english[ofNote]["rate_of_return_undefined."+key]
	return ofFault || ofNote
}

// keysIn collects the keys of all Go files below the folders, by section, and
// every literal, each with a place where it stands.
func keysIn(t *testing.T, folders ...string) map[string]map[string]string {
	t.Helper()
	used := map[string]map[string]string{"fault": {}, "reason": {}, "note": {}, "text": {}, "literal": {}}
	files := token.NewFileSet()
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if kind, key := keyOf(n); kind != "" && key != "" {
					if kind == "workbook" { // its own text method puts this before the key
						kind, key = "text", "workbook."+key
					}
					used[kind][key] = files.Position(n.Pos()).String()
				}
				if e, ok := n.(ast.Expr); ok {
					used["literal"][literal(e)] = path
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return used
}

// keyOf returns the key that a piece of code names: Reason: "…", x.Reason = "…",
// a constant reason…, r.Note("…"), r.Null("…"), lang.Text("…").
func keyOf(n ast.Node) (kind, key string) {
	switch n := n.(type) {
	case *ast.ValueSpec:
		if strings.HasPrefix(strings.ToLower(n.Names[0].Name), "reason") && len(n.Values) > 0 {
			return "reason", literal(n.Values[0])
		}
	case *ast.KeyValueExpr:
		if name, ok := n.Key.(*ast.Ident); ok && strings.EqualFold(name.Name, "reason") {
			return "fault", literal(n.Value)
		}
	case *ast.AssignStmt:
		if selected, ok := n.Lhs[0].(*ast.SelectorExpr); ok && selected.Sel.Name == "Reason" {
			return "fault", literal(n.Rhs[0])
		}
	case *ast.CallExpr:
		if called, ok := n.Fun.(*ast.SelectorExpr); ok && len(n.Args) > 0 && !declares(called) {
			return callees[called.Sel.Name], literal(n.Args[0])
		}
	}
	return "", ""
}

// declares reports whether it is vocabulary.Text and the like, whose first
// argument is a field's name.
func declares(called *ast.SelectorExpr) bool {
	of, named := called.X.(*ast.Ident)
	return named && of.Name == "vocabulary"
}

// callees take a key as their first argument.
var callees = map[string]string{
	"Note": "note", "Null": "note", "Text": "text", "TextWith": "text", "text": "workbook",
}

func literal(e ast.Expr) string {
	if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
		if text, err := strconv.Unquote(l.Value); err == nil {
			return text
		}
	}
	return ""
}
