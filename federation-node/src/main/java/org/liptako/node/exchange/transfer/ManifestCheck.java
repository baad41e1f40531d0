package org.liptako.node.exchange.transfer;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementVerifier;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.pki.validation.Validation;

/**
 * Holds a received manifest against the grant: the version it names, in the form it asks for, signed by a node of the dataset's home State
 * whoever serves it.
 */
public final class ManifestCheck {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    /** What no certificate becomes by the passing of time, or by anybody's word. */
    private static final Set<RejectionReason> NOT_AS_ISSUED =
            EnumSet.of(RejectionReason.MALFORMED, RejectionReason.SIGNATURE, RejectionReason.NO_PATH);

    private final StatementVerifier verifier;
    private final Clock clock;

    public ManifestCheck(StatementVerifier verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * Lets the manifest pass that the grant means.
     *
     * @throws Failure MANIFEST_REFUSED if this is another
     */
    public void check(ManifestHeader header, SignedStatement statement, TransferPlan plan) {
        if (!header.version().equals(plan.version()) || header.encrypted() != plan.encrypted()) {
            throw refused(
                    "il décrit une autre version que celle de l'autorisation",
                    "it describes another version than the grant's");
        }
        if (header.at().isAfter(clock.instant().plus(CLOCK_TOLERANCE))) {
            throw refused("il est daté du futur", "it is dated in the future");
        }
        State home = header.dataset().home().orElseThrow();
        Party signer = signer(statement, header);
        if (signer.state() != home || signer.role() != Role.NODE) {
            throw refused(
                    "il n'est pas signé par un nœud de l'État d'origine",
                    "it is not signed by a node of the home State");
        }
    }

    /**
     * Whether a header that was let pass before is not as it was signed: its disk has altered it. One whose signer is merely believed no more, or was revoked, is as
     * it was.
     */
    public boolean isAltered(SignedManifest kept) {
        try {
            verifier.verify(
                    kept.statement(),
                    ManifestHeader.CONTEXT,
                    kept.manifest().header().at());
            return false;
        } catch (StatementException e) {
            return switch (e.refusal()) {
                case ALTERED, OTHER_CONTEXT -> true;
                case CHAIN ->
                    e.chainRefusal().map(Validation.Rejected::reason).stream().anyMatch(NOT_AS_ISSUED::contains);
                case OTHER_STATE, OTHER_ROLE -> false;
            };
        }
    }

    private Party signer(SignedStatement statement, ManifestHeader header) {
        try {
            return verifier.verify(statement, ManifestHeader.CONTEXT, header.at());
        } catch (StatementException e) {
            throw refused(
                    "sa signature n'est pas valable (" + e.french() + ")",
                    "its signature is not valid (" + e.getMessage() + ")");
        }
    }

    private static Failure refused(String fr, String en) {
        return Failure.of(
                ErrorCode.MANIFEST_REFUSED,
                "Le manifeste reçu est refusé : " + fr + ".",
                "The manifest received is refused: " + en + ".");
    }
}
