package org.liptako.node.console.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.liptako.node.console.entry.Admission.Finding.Admitted;
import org.liptako.node.console.entry.Admission.Finding.Barred;
import org.liptako.node.console.entry.SessionStore.Kept;
import org.liptako.node.identity.Caller;
import org.liptako.node.wire.Failure;

/**
 * Who is signed in. At each request the certificate is judged again: one that has expired, or was revoked, or of a State that is no longer believed, ends the session.
 * Thread-safe.
 */
public final class Sessions {
    /** Whoever leaves a screen alone is signed out. */
    static final Duration IDLE = Duration.ofMinutes(15);
    /** A working morning. */
    static final Duration LONGEST = Duration.ofHours(4);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Admission admission;
    private final EntryLog log;
    private final Clock clock;

    Sessions(SessionStore store, Admission admission, EntryLog log, Clock clock) {
        this.store = store;
        this.admission = admission;
        this.log = log;
        this.clock = clock;
    }

    /** Begins a session under a secret that nobody has seen before, so that none can be prepared for another (session fixation). */
    Secret begin(Caller caller, ShownChain chain) {
        Secret cookie = Secret.fresh();
        Instant now = clock.instant();
        store.add(cookie, caller, chain, now, now.minus(LONGEST));
        return cookie;
    }

    /**
     * Who shows a cookie.
     *
     * @throws Failure if the database does not answer
     */
    public SessionState of(String cookie) {
        Optional<Secret> secret = Secret.shown(cookie);
        Optional<Kept> kept = secret.flatMap(store::of);
        return kept.isEmpty() ? new SessionState.None() : judge(secret.get(), kept.get());
    }

    private SessionState judge(Secret cookie, Kept kept) {
        Instant now = clock.instant();
        if (!now.isBefore(kept.began().plus(LONGEST))) {
            return end(cookie, kept, EntryRefusal.OVER);
        }
        if (!now.isBefore(kept.seen().plus(IDLE))) {
            return end(cookie, kept, EntryRefusal.IDLE);
        }
        return switch (admission.judge(kept.chain())) {
            case Admitted admitted ->
                isStill(admitted.caller(), kept)
                        ? goOn(cookie, kept, admitted.caller(), now)
                        : end(cookie, kept, EntryRefusal.CERTIFICATE_REFUSED);
            case Barred barred -> end(cookie, kept, barred.why());
        };
    }

    private SessionState goOn(Secret cookie, Kept kept, Caller caller, Instant now) {
        if (!now.isBefore(kept.seen().plus(NOTED_EVERY))) {
            store.seen(cookie, now);
        }
        return new SessionState.Open(new Session(
                caller,
                kept.chain().certificates(),
                cookie.formKey(),
                kept.began().plus(LONGEST)));
    }

    private static boolean isStill(Caller caller, Kept kept) {
        return caller.fingerprint().equals(kept.fingerprint())
                && caller.party().toString().equals(kept.party());
    }

    private SessionState end(Secret cookie, Kept kept, EntryRefusal why) {
        store.end(cookie);
        log.ended(kept.party(), why);
        return new SessionState.Ended(why);
    }

    /** Signs out whoever shows a cookie, everywhere at once; nothing happens if nobody is signed in under it. */
    public void leave(String cookie) {
        Secret.shown(cookie)
                .ifPresent(secret -> store.of(secret).ifPresent(kept -> {
                    store.end(secret);
                    log.left(kept.party());
                }));
    }
}
