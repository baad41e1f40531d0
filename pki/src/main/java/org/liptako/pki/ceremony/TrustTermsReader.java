package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SpiffeName;
import org.liptako.pki.name.Zone;
import org.liptako.pki.trust.NodeAddress;
import org.liptako.pki.trust.SignedAct;
import org.liptako.pki.trust.SigningRight;

/** Reads the lists that an act {@code trust-state} may declare besides roots and State CAs. */
final class TrustTermsReader {
    private static final int MOST_PEOPLE = 16;
    private static final int MEMBER_STATES = 3;
    private static final int LAST_PORT = 65_535;

    private final DeclaredFields fields;
    private final Zone zone;
    private final Path directory;

    TrustTermsReader(DeclaredFields fields, Zone zone, Path directory) {
        this.fields = fields;
        this.zone = zone;
        this.directory = directory;
    }

    TrustTerms read() {
        return new TrustTerms(
                each("rights", TrustTermsReader::right),
                each(
                        "leastNumbers",
                        entry -> new TrustTerms.Least(
                                path(entry, "authority"), entry.number("number", 0, Integer.MAX_VALUE))),
                each(
                        "nodes",
                        entry -> new NodeAddress(party(entry), entry.text("host"), entry.number("port", 1, LAST_PORT))),
                each("keys", entry -> new TrustTerms.HeldKey(party(entry), path(entry, "certificate"))));
    }

    private static SigningRight right(DeclaredFields entry) {
        String code = entry.text("act");
        SignedAct act = SignedAct.ofCode(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no act " + code + ": trust-state, state-rules or common-rules."));
        return new SigningRight(act, entry.number("people", 1, MOST_PEOPLE), entry.number("states", 1, MEMBER_STATES));
    }

    private <T> @Nullable List<T> each(String field, Function<DeclaredFields, T> reading) {
        if (!fields.has(field)) {
            return null;
        }
        List<T> all = new ArrayList<>();
        for (Object one : fields.list(field)) {
            String place = fields.place(field + "[" + all.size() + "]");
            DeclaredFields entry = DeclaredFields.of(place, one);
            try {
                all.add(reading.apply(entry));
            } catch (IllegalArgumentException e) {
                throw CeremonyException.unfit(place, e);
            }
            entry.finish();
        }
        return List.copyOf(all);
    }

    private Party party(DeclaredFields entry) {
        return Party.of(SpiffeName.parse(entry.text("party")), zone);
    }

    private Path path(DeclaredFields entry, String field) {
        return directory.resolve(entry.text(field)).normalize();
    }
}
