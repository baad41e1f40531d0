package org.liptako.node.cli.pki;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.pki.enrolment.DirectoryTicketStore;
import org.liptako.pki.enrolment.EnrolmentTicket;
import org.liptako.pki.enrolment.EnrolmentToken;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SpiffeName;
import org.liptako.pki.name.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako pki admit}: a one-time token for a party, kept as a ticket by the node that enrols; printed once. */
@Command(name = "admit")
final class AdmitCommand implements Callable<Integer> {
    private static final Duration LIFE = Duration.ofHours(24);

    @Spec
    private CommandSpec spec;

    @Option(names = "--data-dir", required = true, paramLabel = "DIR", descriptionKey = "enrolDataDir")
    private Path dataDir;

    @Option(names = "--party", required = true, paramLabel = "SPIFFE", descriptionKey = "enrolParty")
    private String party;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "aes.internal", descriptionKey = "zone")
    private String zone;

    AdmitCommand() {}

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec);
        Zone of = zone();
        Party admitted = admitted(of);
        EnrolmentToken token = EnrolmentToken.random(new SecureRandom());
        new DirectoryTicketStore(dataDir.resolve("tickets"), of)
                .add(new EnrolmentTicket(token.digest(), admitted, Instant.now().plus(LIFE)));
        screen.remark(
                "Jeton à usage unique, valable 24 heures ; remettez-le de main à main.",
                "One-time token, good for 24 hours; hand it over in person.");
        screen.line(token.reveal());
        return ExitCode.DONE;
    }

    private Zone zone() {
        try {
            return new Zone(zone);
        } catch (MalformedNameException malformed) {
            throw CommandFailure.badInput(
                    "--zone « " + zone
                            + " » : attendu un nom DNS en minuscules d'au moins deux parties, comme aes.internal.",
                    "--zone \"" + zone
                            + "\": expected a lower-case DNS name of two parts or more, such as aes.internal.");
        }
    }

    /** A node holds the CA for machines alone, and a token that it could not honour would be used up in vain. */
    private Party admitted(Zone of) {
        Party named;
        try {
            named = Party.of(SpiffeName.parse(party), of);
        } catch (MalformedNameException malformed) {
            throw CommandFailure.badInput(
                    "--party « " + party + " » : attendu un nom comme spiffe://ml.aes.internal/node/ML-BKO-1/2.",
                    "--party \"" + party + "\": expected a name such as spiffe://ml.aes.internal/node/ML-BKO-1/2.");
        }
        if (named.role().authority() != Authority.NODE_CA) {
            throw CommandFailure.badInput(
                    "--party « " + party
                            + " » : un nœud ne certifie que des machines ; une personne reçoit son certificat"
                            + " d'une cérémonie (liptako pki ceremony).",
                    "--party \"" + party + "\": a node certifies machines alone; a person is given a certificate by a"
                            + " ceremony (liptako pki ceremony).");
        }
        return named;
    }
}
