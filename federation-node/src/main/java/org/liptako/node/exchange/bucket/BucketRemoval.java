package org.liptako.node.exchange.bucket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Removes all there is below a prefix: objects, their earlier versions and the marks that hide them, uploads that were begun; and checks
 * that it is gone. May be repeated. Thread-safe.
 */
public final class BucketRemoval {
    private static final int KEYS_A_CALL = 1_000;
    /** A part that is on its way may still come after its upload was removed. */
    private static final int MOST_ROUNDS = 3;

    /** Of an object store that goes on listing what it said it removed, or ever more, one does not wait for the end. */
    private static final int MOST_CALLS = 100_000;

    private final BucketClient bucket;
    private final BucketTerms terms;

    public BucketRemoval(BucketClient bucket) {
        this.bucket = bucket;
        this.terms = new BucketTerms(bucket);
    }

    /**
     * Removes what is below a prefix.
     *
     * @throws BucketException if something is still there afterwards, or may be
     */
    public void remove(String below, Predicate<String> which) throws IOException {
        terms.mustNotLock();
        for (int round = 0; round < MOST_ROUNDS && isSomethingLeft(below, which); round++) {
            for (Upload upload : uploads(below, which)) {
                bucket.uploads().abort(upload);
            }
            removeObjects(below, which);
        }
        if (isSomethingLeft(below, which)) {
            throw new BucketException(
                    "Le stockage d'objets garde encore quelque chose sous " + bucket.name(below)
                            + " après l'effacement ; voyez ses verrous et ses règles de conservation, puis recommencez.",
                    "The object store still keeps something below " + bucket.name(below)
                            + " after it was removed; see its locks and rules of retention, then do it again.");
        }
    }

    private boolean isSomethingLeft(String below, Predicate<String> which) throws IOException {
        return !uploads(below, which).isEmpty() || !first(below, which).isEmpty();
    }

    private List<Upload> uploads(String below, Predicate<String> which) throws IOException {
        return bucket.uploads().below(below).stream()
                .filter(upload -> which.test(upload.key()))
                .toList();
    }

    private void removeObjects(String below, Predicate<String> which) throws IOException {
        List<ObjectIdentifier> some = first(below, which);
        for (int call = 0; call < MOST_CALLS && !some.isEmpty(); call++) {
            List<ObjectIdentifier> batch = some;
            bucket.ask(client -> client.deleteObjects(
                    request -> request.bucket(bucket.bucket()).delete(all -> all.objects(batch))));
            List<ObjectIdentifier> left = first(below, which);
            // What it does not remove would be listed again and again.
            some = Collections.disjoint(left, batch) ? left : List.of();
        }
    }

    /** Some of what is there; nothing only if nothing is. */
    private List<ObjectIdentifier> first(String below, Predicate<String> which) throws IOException {
        return terms.isVersioned() ? firstVersions(below, which) : firstObjects(below, which);
    }

    private List<ObjectIdentifier> firstObjects(String below, Predicate<String> which) throws IOException {
        return bucket.ask(client -> client
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket.bucket()).prefix(bucket.name(below)))
                .contents()
                .stream()
                .filter(object -> which.test(bucket.key(object.key())))
                .limit(KEYS_A_CALL)
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList());
    }

    private List<ObjectIdentifier> firstVersions(String below, Predicate<String> which) throws IOException {
        return bucket.ask(client -> {
            List<ObjectIdentifier> found = new ArrayList<>();
            for (var page : client.listObjectVersionsPaginator(
                    request -> request.bucket(bucket.bucket()).prefix(bucket.name(below)))) {
                page.versions().forEach(version -> found.add(identifier(version.key(), version.versionId())));
                page.deleteMarkers().forEach(mark -> found.add(identifier(mark.key(), mark.versionId())));
                found.removeIf(one -> !which.test(bucket.key(one.key())));
                if (found.size() >= KEYS_A_CALL) {
                    break;
                }
            }
            return found.subList(0, Math.min(found.size(), KEYS_A_CALL));
        });
    }

    private static ObjectIdentifier identifier(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }
}
