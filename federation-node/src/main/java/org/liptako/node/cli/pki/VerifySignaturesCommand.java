package org.liptako.node.cli.pki;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Reason;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.quorum.SignatureVerdict;
import org.liptako.pki.quorum.SigningPeriod;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.RevocationListException;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.ChainValidator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako verify-signatures}: how many distinct people signed a file, who counts and who does not. */
@Command(name = "verify-signatures")
public final class VerifySignaturesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "signedFile")
    private Path file;

    @Option(names = "--signatures", required = true, paramLabel = "FILE", descriptionKey = "signatures")
    private Path signatures;

    @Option(names = "--need", required = true, paramLabel = "N", descriptionKey = "signaturesNeed")
    private int need;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "signaturesState")
    private @Nullable State state;

    @Option(names = "--states", paramLabel = "N", defaultValue = "1", descriptionKey = "signaturesStates")
    private int states;

    @Option(names = "--role", required = true, paramLabel = "ROLE", descriptionKey = "signaturesRole")
    private Role role;

    @Option(names = "--root", required = true, paramLabel = "PEM", descriptionKey = "root")
    private Path root;

    @Option(names = "--crl", paramLabel = "DER", descriptionKey = "signaturesCrl")
    private List<Path> lists = new ArrayList<>();

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "aes.internal", descriptionKey = "zone")
    private String zone;

    VerifySignaturesCommand() {}

    @Override
    public Integer call() {
        QuorumOutcome outcome = verifier()
                .verify(
                        SignedFiles.read(file),
                        SignedFiles.read(signatures),
                        rule(),
                        SigningPeriod.until(Clock.systemUTC().instant()));
        Screen screen = Screen.of(spec);
        return switch (outcome) {
            case QuorumOutcome.Reached reached -> {
                people(screen, reached.signers(), reached.discounted());
                screen.line(
                        "Quorum atteint : " + reached.signers().size() + " sur " + Count.fr(need, "personne") + ".",
                        "Quorum reached: " + reached.signers().size() + " of " + Count.en(need, "person", "people")
                                + ".");
                yield ExitCode.DONE;
            }
            case QuorumOutcome.NotReached lacking -> {
                people(screen, lacking.signers(), lacking.discounted());
                screen.line(
                        "Pas de quorum : " + lacking.signers().size() + " sur " + Count.fr(need, "personne") + ", de "
                                + Count.fr(states, "État") + " au moins.",
                        "No quorum: " + lacking.signers().size() + " of " + Count.en(need, "person", "people")
                                + ", from at least " + Count.en(states, "State") + ".");
                yield ExitCode.NO;
            }
            case QuorumOutcome.Unreadable unreadable -> {
                screen.line(
                        "Pas de quorum : " + unreadable.reason().french(),
                        "No quorum: " + unreadable.reason().english());
                yield ExitCode.NO;
            }
        };
    }

    private static void people(
            Screen screen, List<SignatureVerdict.Counted> counted, List<SignatureVerdict.Discounted> discounted) {
        for (SignatureVerdict.Counted signature : counted) {
            screen.line(
                    "compte : " + signature.signer() + ", signé le " + signature.signedAt(),
                    "counts: " + signature.signer() + ", signed at " + signature.signedAt());
        }
        for (SignatureVerdict.Discounted signature : discounted) {
            screen.line(
                    "ne compte pas : " + signature.french() + " [" + signature.detail() + "]",
                    "does not count: " + signature.english() + " [" + signature.detail() + "]");
        }
    }

    private QuorumRule rule() {
        try {
            return new QuorumRule(role, state == null ? Set.of(State.values()) : Set.of(state), need, states);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(
                    "--need " + need + " --states " + states + " : attendu 1 à 16 personnes, d'autant d'États au plus.",
                    "--need " + need + " --states " + states
                            + ": expected 1 to 16 people, from at most as many States.");
        }
    }

    private QuorumVerifier verifier() {
        try {
            List<X509Certificate> roots = CertificateFiles.read(root);
            return new QuorumVerifier(new ChainValidator(new Zone(zone), roots), revocationLists());
        } catch (IssuingException | IllegalArgumentException e) {
            Sentence told = Reason.of(e);
            throw CommandFailure.badInput("--root " + root + ", --zone " + zone + " : " + told.fr(), told.en());
        }
    }

    private RevocationLists revocationLists() {
        List<RevocationList> read = new ArrayList<>();
        for (Path list : lists) {
            try {
                read.add(RevocationList.parse(SignedFiles.read(list)));
            } catch (RevocationListException e) {
                throw CommandFailure.badInput(
                        "--crl " + list + " : " + e.french(), "--crl " + list + ": " + e.english());
            }
        }
        return new RevocationLists(read);
    }
}
