package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * The objects below a prefix as the files of a version. Their names are checked as those of files are; an object whose name ends in a slash
 * is what some tools put where a directory would be, and is left out.
 *
 * @param below what the objects' keys begin with
 * @param tags by file: what names the content of its object, for another content has another one
 */
record ObjectTree(String below, FileList list, Map<ManifestPath, String> tags) {
    /** An object has no mode; whoever receives it gives it to owner and group. */
    private static final int MODE = 0640;

    ObjectTree {
        tags = Map.copyOf(tags);
    }

    /**
     * Lists the objects.
     *
     * @throws Failure MANIFEST_REFUSED if a name may not be in a manifest, or there are too many objects; INVALID_REQUEST if there is no object
     */
    static ObjectTree read(BucketClient bucket, String below) throws IOException {
        return read(bucket, below, FileList.MOST_FILES);
    }

    /** The same of so many objects at most. */
    static ObjectTree read(BucketClient bucket, String below, int most) throws IOException {
        List<ManifestFile> files = new ArrayList<>();
        Map<ManifestPath, String> tags = new HashMap<>();
        bucket.list(below, object -> {
            if (!object.key().endsWith("/")) {
                // Before they are all in memory; the list itself has room for a catalogue too.
                if (files.size() == most) {
                    throw FileList.tooMany(files.size() + 1L);
                }
                ManifestPath path = new ManifestPath(object.key().substring(below.length()));
                files.add(new ManifestFile(path, object.size(), MODE));
                tags.put(path, object.tag());
            }
        });
        if (files.isEmpty()) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Il n'y a aucun objet sous " + bucket.name(below) + " ; vérifiez le préfixe.",
                    "There is no object below " + bucket.name(below) + "; check the prefix.");
        }
        files.sort(Comparator.comparing(ManifestFile::path));
        return new ObjectTree(below, new FileList(files), tags);
    }

    /** The key of a file's object. */
    String key(ManifestFile file) {
        return below + file.path().value();
    }

    /** What names the content of a file's object. */
    String tag(ManifestFile file) {
        return tags.getOrDefault(file.path(), "");
    }
}
