package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SpiffeName;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.RevocationReason;

/** Reads one act of a declaration. */
final class ActReader {
    private static final int LONGEST_DAYS = 92;

    private final DeclaredFields fields;
    private final Path directory;
    private final Zone zone;

    ActReader(DeclaredFields fields, Path directory, Zone zone) {
        this.fields = fields;
        this.directory = directory;
        this.zone = zone;
    }

    Act read() {
        String kind = fields.text("make");
        Act act = switch (kind) {
            case "root" ->
                new Act.MakeRoot(
                        fields.number("number", 1, Integer.MAX_VALUE), fields.text("key"), path("certificate"));
            case "request" -> new Act.MakeRequest(fields.text("key"), path("request"));
            case "state-ca" -> new Act.SignStateCa(state(), path("request"), signer("signer"), path("certificate"));
            case "issuing-ca" ->
                new Act.SignIssuingCa(state(), authority(), path("request"), signer("signer"), path("certificate"));
            case "leaf" -> new Act.SignLeaf(party(), path("request"), signer("signer"), path("certificate"));
            case "revocation-list" ->
                new Act.SignRevocationList(
                        fields.number("number", 0, Integer.MAX_VALUE),
                        Duration.ofDays(fields.number("days", 1, LONGEST_DAYS)),
                        revoked(),
                        signer("signer"),
                        path("list"));
            case "rollover" ->
                new Act.RollOver(
                        fields.number("number", 2, Integer.MAX_VALUE),
                        signer("former"),
                        signer("next"),
                        path("newWithOld"),
                        path("oldWithNew"));
            default ->
                throw new CeremonyException(fields.place("make") + ": expected root, request, state-ca,"
                        + " issuing-ca, leaf, revocation-list or rollover.");
        };
        fields.finish();
        return act;
    }

    private Path path(String field) {
        return directory.resolve(fields.text(field)).normalize();
    }

    private State state() {
        return State.ofCode(fields.text("state"))
                .orElseThrow(() -> new CeremonyException(fields.place("state") + ": expected ML, BF or NE."));
    }

    private Party party() {
        try {
            return Party.of(SpiffeName.parse(fields.text("party")), zone);
        } catch (MalformedNameException e) {
            throw new CeremonyException(fields.place("party") + ": " + e.getMessage(), e);
        }
    }

    private Authority authority() {
        return switch (fields.text("authority")) {
            case "node" -> Authority.NODE_CA;
            case "people" -> Authority.PEOPLE_CA;
            default -> throw new CeremonyException(fields.place("authority") + ": expected node or people.");
        };
    }

    private Signer signer(String field) {
        DeclaredFields signer = fields.fields(field);
        Signer read = new Signer(
                signer.text("key"),
                directory.resolve(signer.text("certificate")).normalize());
        signer.finish();
        return read;
    }

    private List<Act.Revoked> revoked() {
        List<Act.Revoked> all = new ArrayList<>();
        for (Object one : fields.list("revoked")) {
            DeclaredFields entry = DeclaredFields.of(fields.place("revoked[" + all.size() + "]"), one);
            Path certificate = directory.resolve(entry.text("certificate")).normalize();
            all.add(new Act.Revoked(certificate, reason(entry)));
            entry.finish();
        }
        return all;
    }

    private static RevocationReason reason(DeclaredFields entry) {
        String text = entry.text("reason");
        for (RevocationReason reason : RevocationReason.values()) {
            if (reason.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return reason;
            }
        }
        throw new CeremonyException(entry.place("reason") + ": expected a reason such as key-compromise.");
    }
}
