package org.liptako.node.identity;

import io.grpc.Context;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Who makes the current call, as a chain validated for this very call says.
 *
 * @param fingerprint SHA-256 of the caller's certificate, hexadecimal: tells apart two certificates of one bearer
 * @param key SHA-256 over its public key, hexadecimal: tells that two bearers have one key
 */
public record Caller(Party party, String fingerprint, String key) {
    static final Context.Key<Caller> KEY = Context.key("liptako-caller");
    static final Context.Key<SSLSession> SESSION = Context.key("liptako-caller-session");

    /**
     * The caller of the gRPC call that this thread serves.
     *
     * @throws IllegalStateException outside a call; a desk that goes on in another thread takes the caller with it
     */
    public static Caller current() {
        Caller caller = KEY.get();
        if (caller == null) {
            throw new IllegalStateException("Nobody is calling: this code runs outside a gRPC call.");
        }
        return caller;
    }

    /**
     * The chain that the caller of this gRPC call has shown, leaf first: for a desk that judges it again once the call is over.
     *
     * @throws IllegalStateException outside a call
     */
    public static List<X509Certificate> currentChain() {
        SSLSession session = SESSION.get();
        if (session == null) {
            throw new IllegalStateException("Nobody is calling: this code runs outside a gRPC call.");
        }
        return CallerTrust.chainOf(session);
    }

    public State state() {
        return party.state();
    }

    public Role role() {
        return party.role();
    }

    /** Who they are where several people must sign. */
    public Signatory signatory() {
        return new Signatory(party.toString(), fingerprint, Optional.of(key));
    }

    /** The data centre that the caller acts for; empty for those who act for the whole State. */
    public Optional<SiteId> site() {
        return party.dataCentre();
    }

    /**
     * Lets pass whoever acts for a data centre or for the whole State.
     *
     * @throws Failure SITE_NOT_ENTITLED if the caller acts for one data centre, and it is not {@code site}
     */
    public void mustActFor(SiteId site) {
        Optional<SiteId> own = site();
        if (own.isPresent() && !own.get().equals(site)) {
            throw Failure.of(
                    ErrorCode.SITE_NOT_ENTITLED,
                    "Votre certificat vaut pour le site " + own.get() + ", et non pour " + site
                            + " ; adressez-vous à l'exploitant de ce site.",
                    "Your certificate is for site " + own.get() + ", not for " + site
                            + "; turn to that site's operator.");
        }
    }
}
