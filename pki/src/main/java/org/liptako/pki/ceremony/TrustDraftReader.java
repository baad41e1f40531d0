package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.name.Zone;

/** Reads what an act {@code trust-state} declares. */
final class TrustDraftReader {
    private static final int LONGEST_DAYS = 366;

    private final DeclaredFields fields;
    private final Zone zone;
    private final Path directory;

    TrustDraftReader(DeclaredFields fields, Zone zone, Path directory) {
        this.fields = fields;
        this.zone = zone;
        this.directory = directory;
    }

    TrustDraft read() {
        return new TrustDraft(
                fields.number("number", 1, Integer.MAX_VALUE),
                fields.has("previous") ? path(fields.text("previous")) : null,
                Duration.ofDays(fields.number("days", 1, LONGEST_DAYS)),
                paths("roots"),
                fields.has("crossCertificates") ? paths("crossCertificates") : List.of(),
                authorities(),
                new TrustTermsReader(fields, zone, directory).read());
    }

    private List<TrustDraft.StateCa> authorities() {
        List<TrustDraft.StateCa> all = new ArrayList<>();
        for (Object one : fields.list("authorities")) {
            DeclaredFields entry = DeclaredFields.of(fields.place("authorities[" + all.size() + "]"), one);
            all.add(new TrustDraft.StateCa(
                    entry.state("state"),
                    path(entry.text("certificate")),
                    entry.has("revoked") ? entry.reason("revoked") : null));
            entry.finish();
        }
        return all;
    }

    private List<Path> paths(String field) {
        List<Path> paths = new ArrayList<>();
        for (Object one : fields.list(field)) {
            if (!(one instanceof String text) || text.isBlank()) {
                throw new CeremonyException(
                        fields.place(field) + " : attendu des chemins de certificats.",
                        fields.place(field) + ": expected paths of certificates.");
            }
            paths.add(path(text));
        }
        return paths;
    }

    private Path path(String text) {
        return directory.resolve(text).normalize();
    }
}
