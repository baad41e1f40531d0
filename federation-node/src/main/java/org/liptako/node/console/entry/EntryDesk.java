package org.liptako.node.console.entry;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.console.entry.Admission.Finding.Admitted;
import org.liptako.node.console.entry.Admission.Finding.Barred;
import org.liptako.node.identity.Caller;
import org.liptako.pki.name.Party;

/** Lets people in, by a one-time link or by the certificate that their browser shows. Whoever comes in is judged at that moment, and not when the link was made. Thread-safe. */
public final class EntryDesk {
    /** From the command to the browser. */
    static final Duration LINK_LIVES = Duration.ofMinutes(2);

    private final LinkStore links;
    private final Sessions sessions;
    private final Admission admission;
    private final EntryLog log;
    private final Attempts attempts;
    private final Clock clock;

    EntryDesk(LinkStore links, Sessions sessions, Admission admission, EntryLog log, Clock clock) {
        this.links = links;
        this.sessions = sessions;
        this.admission = admission;
        this.log = log;
        this.attempts = new Attempts(clock, Attempts.MOST_REFUSALS);
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
     * <p>Looking counts as no attempt: another's page can have a browser look as often as it likes, and would lock its reader out.
     */
    public Optional<Party> party(String link) {
        return Secret.shown(link)
                .flatMap(secret -> links.look(secret, clock.instant()))
                .flatMap(this::party);
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

    /** Whom the certificate that a browser has shown would let in; empty if it has shown none, or one that lets nobody in. */
    public Optional<Party> party(List<X509Certificate> shown) {
        return shown.isEmpty() ? Optional.empty() : party(new ShownChain(shown));
    }

    /**
     * Lets in whoever has proved in the handshake that they hold a certificate.
     *
     * @param shown leaf first; empty if the browser has shown none
     */
    public Entry enter(List<X509Certificate> shown, String address) {
        if (!attempts.mayTry(address)) {
            return refuse(EntryRefusal.TOO_MANY, address);
        }
        return shown.isEmpty() ? refuse(EntryRefusal.NO_CERTIFICATE, address) : enter(new ShownChain(shown), address);
    }

    private Optional<Party> party(ShownChain chain) {
        return admission.judge(chain) instanceof Admitted admitted
                ? Optional.of(admitted.caller().party())
                : Optional.empty();
    }

    private Entry enter(ShownChain chain, String address) {
        return switch (admission.judge(chain)) {
            case Admitted admitted -> begin(admitted.caller(), chain);
            case Barred barred -> refuse(barred.why(), address);
        };
    }

    private Entry begin(Caller caller, ShownChain chain) {
        Secret cookie = sessions.begin(caller, chain);
        log.entered(caller);
        return new Entry.Entered(caller, cookie);
    }

    private Entry refuse(EntryRefusal why, String address) {
        if (why != EntryRefusal.TOO_MANY) {
            attempts.count(address);
        }
        log.refused(why, address);
        return new Entry.Refused(why);
    }
}
