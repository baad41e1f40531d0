package org.liptako.node.exchange.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketProbe;
import org.liptako.node.exchange.bucket.BucketRemoval;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.store.Durable;

/**
 * The objects that this State may publish, and what is kept beside a version of those it did: under which prefix they lie, and what
 * names the content of each. Thread-safe.
 */
public record PublishedObjects(BucketClient bucket) {
    /** What an origin begins with that is a prefix of the bucket, and no directory. */
    static final String SCHEME = "s3://";

    private static final String TAGS = "tags";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Keeps what names the objects of a version, in its folder. */
    void keep(ObjectTree tree, Path folder) throws IOException {
        Map<String, String> tags = tree.list().files().stream()
                .collect(Collectors.toMap(file -> file.path().value(), tree::tag, (one, same) -> one, TreeMap::new));
        Durable.write(folder.resolve(TAGS), JSON.writeValueAsBytes(tags));
    }

    /** The objects of a version, as they were when it was published. */
    ObjectTree kept(String origin, FileList list, Path folder) throws IOException {
        Map<String, String> tags =
                JSON.readValue(Files.readAllBytes(folder.resolve(TAGS)), new TypeReference<Map<String, String>>() {});
        Map<ManifestPath, String> byPath = list.files().stream()
                .map(ManifestFile::path)
                .filter(path -> tags.containsKey(path.value()))
                .collect(Collectors.toMap(Function.identity(), path -> tags.getOrDefault(path.value(), "")));
        return new ObjectTree(origin.substring(SCHEME.length()), list, byPath);
    }

    /** Removes the objects of a version, with their earlier versions, and checks that they are gone. */
    void erase(String origin, FileList list) throws IOException {
        BucketRemoval removal = new BucketProbe(bucket).check();
        for (ManifestFile file : list.files()) {
            String key = origin.substring(SCHEME.length()) + file.path().value();
            removal.remove(key, key::equals);
        }
    }
}
