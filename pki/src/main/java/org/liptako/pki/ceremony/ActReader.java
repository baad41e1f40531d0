package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SpiffeName;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.KeyKind;

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
            case "request" -> new Act.MakeRequest(fields.text("key"), kind(), path("request"));
            case "state-ca" ->
                new Act.SignStateCa(fields.state("state"), path("request"), signer("signer"), path("certificate"));
            case "issuing-ca" ->
                new Act.SignIssuingCa(
                        fields.state("state"), authority(), path("request"), signer("signer"), path("certificate"));
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
            case "trust-state" ->
                new Act.DrawTrustState(new TrustDraftReader(fields, zone, directory).read(), path("document"));
            case "signatures" -> new Act.SignDocument(path("document"), signers(), path("signatures"));
            default ->
                throw new CeremonyException(
                        fields.place("make") + " : attendu root, request, state-ca, issuing-ca,"
                                + " leaf, revocation-list, rollover, trust-state ou signatures.",
                        fields.place("make") + ": expected root, request, state-ca, issuing-ca,"
                                + " leaf, revocation-list, rollover, trust-state or signatures.");
        };
        fields.finish();
        return act;
    }

    private Path path(String field) {
        return directory.resolve(fields.text(field)).normalize();
    }

    private Party party() {
        try {
            return Party.of(SpiffeName.parse(fields.text("party")), zone);
        } catch (MalformedNameException e) {
            throw CeremonyException.unfit(fields.place("party"), e);
        }
    }

    /** Keys are on P-256 where a declaration does not say. */
    private KeyKind kind() {
        return switch (fields.has("algorithm") ? fields.text("algorithm") : "p-256") {
            case "p-256" -> KeyKind.P256;
            case "ed25519" -> KeyKind.ED25519;
            default ->
                throw new CeremonyException(
                        fields.place("algorithm") + " : attendu p-256 ou ed25519.",
                        fields.place("algorithm") + ": expected p-256 or ed25519.");
        };
    }

    private Authority authority() {
        return switch (fields.text("authority")) {
            case "node" -> Authority.NODE_CA;
            case "people" -> Authority.PEOPLE_CA;
            default ->
                throw new CeremonyException(
                        fields.place("authority") + " : attendu node ou people.",
                        fields.place("authority") + ": expected node or people.");
        };
    }

    private Signer signer(String field) {
        return signer(fields.fields(field));
    }

    private List<Signer> signers() {
        List<Signer> all = new ArrayList<>();
        for (Object one : fields.list("signers")) {
            all.add(signer(DeclaredFields.of(fields.place("signers[" + all.size() + "]"), one)));
        }
        return all;
    }

    private Signer signer(DeclaredFields signer) {
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
            all.add(new Act.Revoked(certificate, entry.reason("reason")));
            entry.finish();
        }
        return all;
    }
}
