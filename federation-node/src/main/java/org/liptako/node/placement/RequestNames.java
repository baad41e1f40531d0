package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Optional;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * Names requests after what is asked, for whoever has no name of their own to give: asking for the same is then one request, however often and from wherever in
 * a data centre it is asked. Once that request has come to its end, by a refusal or with its grant, the same may be asked anew, under a name that follows from
 * the one before. Thread-safe.
 */
final class RequestNames {
    private static final int LENGTH = 32;
    /** More often nobody asks in vain by hand; each costs a look. */
    private static final int MOST = 200;

    private final RequestDesk requests;
    private final WithdrawnGrants withdrawn;
    private final Clock clock;

    RequestNames(RequestDesk requests, WithdrawnGrants withdrawn, Clock clock) {
        this.requests = requests;
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    /**
     * What asking would be.
     *
     * @param before the last that was asked for the same; of that very name unless it came to its end
     */
    record Named(RequestId name, Optional<Placement> before) {}

    /**
     * The name under which the operators of a data centre ask for something now.
     *
     * @throws Failure TOO_MUCH if the same came to its end too often
     */
    Named name(SiteId site, AskedTerms asked) {
        RequestId name = first(site, asked);
        Optional<Placement> before = Optional.empty();
        for (int ended = 0; ended < MOST; ended++) {
            Optional<Placement> made = requests.find(name);
            if (made.isEmpty()) {
                return new Named(name, before);
            }
            if (made.filter(this::isOver).isEmpty()) {
                return new Named(name, made);
            }
            before = made;
            name = hashed(name.value());
        }
        throw Failure.of(
                ErrorCode.TOO_MUCH,
                "La même demande a déjà pris fin " + MOST
                        + " fois ; demandez en ligne de commande, sous un nom à vous.",
                "The same request came to its end " + MOST
                        + " times already; ask by the command line, under a name of your own.");
    }

    private boolean isOver(Placement made) {
        return made.state() == PlacementState.REFUSED
                || made.grant().map(Grants::read).filter(this::isEnded).isPresent();
    }

    private boolean isEnded(AcceptedGrant grant) {
        return grant.isVoidAt(clock.instant())
                || withdrawn.of(grant.serial(), grant.terms().targetSite()).isPresent();
    }

    /** The name that the first such request bears; what it is made of is written out here, for names are kept. */
    static RequestId first(SiteId site, AskedTerms asked) {
        return hashed(site.value() + " AskedTerms[dataset=" + asked.dataset().value() + ", operation="
                + asked.operation()
                + ", targetSite=" + asked.targetSite().value() + ", purpose=" + asked.purpose() + ", recipient="
                + asked.recipient() + ", encrypted=" + asked.encrypted() + ", returnClause=" + asked.returnClause()
                + "]");
    }

    private static RequestId hashed(String text) {
        return new RequestId(Digest.over(text.getBytes(UTF_8)).hex().substring(0, LENGTH));
    }
}
