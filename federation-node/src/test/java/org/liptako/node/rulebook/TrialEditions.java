package org.liptako.node.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.policy.edition.EditionAct;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionFile;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** Editions of the sample rules, signed by the officers of the trial region. */
final class TrialEditions {
    private static final Path SAMPLES = Path.of("src/main/samples/rules");

    private TrialEditions() {}

    /** The sample file of a jurisdiction, with something behind it that changes its digest and no rule. */
    static List<SourceFile> samples(Jurisdiction jurisdiction, String remark) {
        String name = jurisdiction.name().toLowerCase(Locale.ROOT) + ".yaml";
        try {
            String text = Files.readString(SAMPLES.resolve(name));
            return List.of(file(name, remark.isEmpty() ? text : text + "# " + remark + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jurisdiction whose law is silent. */
    static List<SourceFile> nothing(Jurisdiction jurisdiction) {
        return List.of(file(
                jurisdiction.name().toLowerCase(Locale.ROOT) + ".yaml", "recueil: " + jurisdiction + "\nregles: []\n"));
    }

    static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The edition that follows another, drawn up a second after it, or at the instant given if there is none. */
    static RuleEdition enactment(
            Jurisdiction jurisdiction, @Nullable HeldEdition before, Instant at, Instant from, List<SourceFile> files) {
        Instant issuedAt = whole(at);
        return new RuleEdition(
                jurisdiction,
                before == null ? 1 : before.version() + 1,
                before == null ? null : before.digest(),
                EditionAct.ENACTMENT,
                null,
                issuedAt,
                from.isBefore(issuedAt) ? issuedAt : whole(from),
                Vocabulary.standard().digest(),
                files.stream().map(EditionFile::of).toList(),
                List.of(),
                new EditionImpact(0, 0, 0, 0, 0));
    }

    /** The same, of which its officers say what it would do; null if they say nothing. */
    static RuleEdition weighed(RuleEdition edition, @Nullable EditionImpact impact) {
        return new RuleEdition(
                edition.jurisdiction(),
                edition.version(),
                edition.previousDigest(),
                edition.act(),
                edition.restored(),
                edition.issuedAt(),
                edition.inForceFrom(),
                edition.vocabulary(),
                edition.files(),
                edition.annexes(),
                impact);
    }

    /** The same, written in another vocabulary. */
    static RuleEdition inWords(RuleEdition edition, Vocabulary words) {
        return new RuleEdition(
                edition.jurisdiction(),
                edition.version(),
                edition.previousDigest(),
                edition.act(),
                edition.restored(),
                edition.issuedAt(),
                edition.inForceFrom(),
                words.digest(),
                edition.files(),
                edition.annexes(),
                edition.weight());
    }

    static RuleEdition withdrawal(HeldEdition newest, HeldEdition restored, Instant at) {
        return new RuleEdition(
                newest.edition().jurisdiction(),
                newest.version() + 1,
                newest.digest(),
                EditionAct.WITHDRAWAL,
                restored.version(),
                whole(at),
                whole(at),
                restored.edition().vocabulary(),
                restored.edition().files(),
                List.of());
    }

    static SignedEdition sign(RuleEdition edition, List<SourceFile> files, Credential... signers) {
        byte[] content = EditionCodec.encode(edition);
        List<byte[]> signatures = Arrays.stream(signers)
                .map(signer -> QuorumSigner.sign(content, signer, edition.issuedAt()))
                .toList();
        return new SignedEdition(content, QuorumSigner.join(content, signatures), files);
    }

    /** Signed by whom it takes: two officers of the State, or one of each for the AES. */
    static SignedEdition signed(RuleEdition edition, List<SourceFile> files) {
        return edition.jurisdiction() == Jurisdiction.AES
                ? sign(edition, files, officer(State.ML, 1), officer(State.BF, 1), officer(State.NE, 1))
                : sign(edition, files, officers(edition.jurisdiction()));
    }

    static Credential[] officers(Jurisdiction jurisdiction) {
        State state = State.ofCode(jurisdiction.name()).orElseThrow();
        return new Credential[] {officer(state, 1), officer(state, 2)};
    }

    static Credential officer(State state, int number) {
        return TrialRegion.tree().officer(state, number).read();
    }

    static HeldEdition held(SignedEdition signed) {
        try {
            return EditionJudge.read(signed);
        } catch (RefusedEditionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
