// Reads a Liptako journal as any transparency log: the checkpoint's signature, one entry's inclusion, and that it has only grown.
package main

import (
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type tiles string // the log's prefix

func (p tiles) Height() int                             { return 8 }
func (p tiles) SaveTiles(tiles []tlog.Tile, b [][]byte) {}
func (p tiles) ReadTiles(wanted []tlog.Tile) (data [][]byte, err error) {
	for _, t := range wanted {
		b, err := get(string(p) + strings.Replace(t.Path(), "tile/8/", "/tile/", 1))
		if err != nil {
			return nil, err
		}
		data = append(data, b)
	}
	return data, nil
}

func get(url string) ([]byte, error) {
	r, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	if r.StatusCode != 200 {
		return nil, fmt.Errorf("%s: %s", url, r.Status)
	}
	return io.ReadAll(r.Body)
}

func must[T any](v T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return v
}

// journalcheck PREFIX VKEY INDEX ENTRY OLDSIZE OLDROOT: ENTRY and OLDROOT in Base64.
func main() {
	prefix, vkey := tiles(os.Args[1]), os.Args[2]
	var index, oldSize int64
	must(fmt.Sscan(os.Args[3], &index))
	must(fmt.Sscan(os.Args[5], &oldSize))
	entry := must(base64.StdEncoding.DecodeString(os.Args[4]))
	oldRoot := tlog.Hash(must(base64.StdEncoding.DecodeString(os.Args[6])))

	signed := must(note.Open(must(get(string(prefix)+"/checkpoint")), note.VerifierList(must(note.NewVerifier(vkey)))))
	lines := strings.Split(signed.Text, "\n")
	tree := tlog.Tree{Hash: tlog.Hash(must(base64.StdEncoding.DecodeString(lines[2])))}
	must(fmt.Sscan(lines[1], &tree.N))
	hashes := tlog.TileHashReader(tree, prefix)

	inclusion := must(tlog.ProveRecord(tree.N, index, hashes))
	must(0, tlog.CheckRecord(inclusion, tree.N, tree.Hash, index, tlog.RecordHash(entry)))
	growth := must(tlog.ProveTree(tree.N, oldSize, hashes))
	must(0, tlog.CheckTree(growth, tree.N, tree.Hash, oldSize, oldRoot))
	fmt.Println("sound", lines[0], tree.N)
}
