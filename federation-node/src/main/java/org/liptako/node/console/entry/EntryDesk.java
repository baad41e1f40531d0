package org.liptako.node.console.entry;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.CertifiedCallers;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.Party;

/** Lets people in by a one-time link. Whoever comes in is judged at that moment, and not when the link was made. Thread-safe. */
public final class EntryDesk {
    /** From the command to the browser. */
    static final Duration LINK_LIVES = Duration.ofMinutes(2);

    private final LinkStore links;
    private final Sessions sessions;
    private final CertifiedCallers callers;
    private final EntryLog log;
    private final Attempts attempts;
    private final Clock clock;

    EntryDesk(LinkStore links, Sessions sessions, CertifiedCallers callers, EntryLog log, Clock clock) {
        this.links = links;
        this.sessions = sessions;
        this.callers = callers;
        this.log = log;
        this.attempts = new Attempts(clock);
        this.clock = clock;
    }

    /** Makes a link that lets a caller in once. */
    OpenedLink open(Caller caller, List<X509Certificate> chain) {
        Instant now = clock.instant();
        OpenedLink link = new OpenedLink(Secret.fresh(), now.plus(LINK_LIVES));
        links.add(link.secret(), caller, new ShownChain(chain), now, link.expires());
        return link;
    }

    /**
     * Whom a link would let in, so that nobody comes in as somebody else without seeing it; the link is as good as before.
     *
     * @param address where it was shown, for counting refusals
     */
    public Optional<Party> party(String link, String address) {
        if (!attempts.mayTry(address)) {
            return Optional.empty();
        }
        Optional<Party> party = Secret.shown(link)
                .flatMap(secret -> links.look(secret, clock.instant()))
                .flatMap(this::believed)
                .map(Caller::party);
        if (party.isEmpty()) {
            attempts.refused(address);
        }
        return party;
    }

    /** Lets in whoever shows a link, and uses the link up. */
    public Entry enter(String link, String address) {
        if (!attempts.mayTry(address)) {
            return refuse(EntryRefusal.TOO_MANY, address);
        }
        Optional<Secret> secret = Secret.shown(link);
        if (secret.isEmpty()) {
            return refuse(EntryRefusal.LINK_UNKNOWN, address);
        }
        return links.use(secret.get(), clock.instant())
                .map(chain -> enter(chain, address))
                .orElseGet(() -> refuse(links.objection(secret.get()), address));
    }

    private Entry enter(ShownChain chain, String address) {
        return believed(chain)
                .map(caller -> begin(caller, chain))
                .orElseGet(() -> refuse(EntryRefusal.CERTIFICATE_REFUSED, address));
    }

    private Entry begin(Caller caller, ShownChain chain) {
        Secret cookie = sessions.begin(caller, chain);
        log.entered(caller);
        return new Entry.Entered(caller, cookie);
    }

    /** Who a chain stands for now; empty if it is not, or no longer, valid. */
    private Optional<Caller> believed(ShownChain chain) {
        try {
            return Optional.of(callers.of(chain.certificates()));
        } catch (Failure failure) {
            if (failure.code() != ErrorCode.CALLER_UNTRUSTED) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private Entry refuse(EntryRefusal why, String address) {
        if (why != EntryRefusal.TOO_MANY) {
            attempts.refused(address);
        }
        log.refused(why);
        return new Entry.Refused(why);
    }
}
