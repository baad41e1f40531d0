// Reads a Liptako journal as any transparency log: the checkpoint's signature and a cosignature, one entry's inclusion, and that it has only grown.
package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
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

// A witness (C2SP tlog-cosignature): eight bytes of time, then Ed25519 over the time and the checkpoint.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(msg, sig []byte) bool {
	return len(sig) == 72 && ed25519.Verify(w.key, fmt.Appendf(nil, "cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg), sig[8:])
}

func newWitness(vkey string) (w witness, err error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return w, fmt.Errorf("no key: %s", vkey)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return w, fmt.Errorf("no key of a witness: %s", vkey)
	}
	w = witness{name: parts[0], key: key[1:]}
	_, err = fmt.Sscanf(parts[1], "%x", &w.hash)
	return w, err
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

// journalcheck PREFIX VKEY INDEX ENTRY OLDSIZE OLDROOT WITNESS...: ENTRY and OLDROOT in Base64; one of the witnesses must have cosigned.
func main() {
	prefix, vkey := tiles(os.Args[1]), os.Args[2]
	var index, oldSize int64
	must(fmt.Sscan(os.Args[3], &index))
	must(fmt.Sscan(os.Args[5], &oldSize))
	entry := must(base64.StdEncoding.DecodeString(os.Args[4]))
	oldRoot := tlog.Hash(must(base64.StdEncoding.DecodeString(os.Args[6])))

	verifiers := []note.Verifier{must(note.NewVerifier(vkey))}
	for _, w := range os.Args[7:] {
		verifiers = append(verifiers, must(newWitness(w)))
	}
	signed := must(note.Open(must(get(string(prefix)+"/checkpoint")), note.VerifierList(verifiers...)))
	if signed.Sigs[0].Name != verifiers[0].Name() || len(signed.Sigs) < 2 {
		must(0, fmt.Errorf("not signed by the journal and a witness: %d signatures", len(signed.Sigs)))
	}
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
