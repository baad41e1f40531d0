package org.liptako.pki.enrolment;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.CertificateRequest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.profile.LeafProfile;

/**
 * Gives certificates to the parties of one State: first against a one-time token, then against the former key.
 *
 * <p>The name comes from the token or from the former certificate, never from the request. Thread-safe.
 */
public final class EnrolmentDesk {
    private static final Duration LONGEST_TICKET = Duration.ofDays(7);

    private final StateAuthorities authorities;
    private final CertificateIssuer issuer;
    private final TicketStore tickets;
    private final EnrolmentTerms terms;
    private final Clock clock;

    public EnrolmentDesk(
            StateAuthorities authorities,
            CertificateIssuer issuer,
            TicketStore tickets,
            EnrolmentTerms terms,
            Clock clock) {
        this.authorities = authorities;
        this.issuer = issuer;
        this.tickets = tickets;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Makes a token for a party; whoever bears it gets the party's certificate, once.
     *
     * @throws IssuingException if the party is not for these authorities, or the life is not within a week
     */
    public EnrolmentToken admit(Party party, Duration life, SecureRandom random) {
        if (!life.isPositive() || life.compareTo(LONGEST_TICKET) > 0) {
            throw new IssuingException(
                    "Un jeton d'enrôlement vit au plus " + LONGEST_TICKET + ", et non " + life + " : demandez moins.",
                    "An enrolment token lives at most " + LONGEST_TICKET + ", not " + life + ": ask for less.");
        }
        if (authorities.authorityFor(party).isEmpty()) {
            throw noAuthority(party);
        }
        EnrolmentToken token = EnrolmentToken.random(random);
        tickets.add(new EnrolmentTicket(token.digest(), party, clock.instant().plus(life)));
        return token;
    }

    /** Answers a first request. The request is judged before the token, so that a malformed one does not use it up. */
    public Enrolment enrol(String token, byte[] request) {
        Optional<CertificateRequest> read = read(request);
        if (read.isEmpty()) {
            return refused(EnrolmentRefusal.REQUEST);
        }
        if (isBarred(read.get())) {
            return refused(EnrolmentRefusal.BARRED_KEY);
        }
        Optional<EnrolmentTicket> ticket =
                digestOf(token).flatMap(tickets::take).filter(found -> found.isGoodAt(clock.instant()));
        return ticket.isEmpty()
                ? refused(EnrolmentRefusal.TOKEN)
                : issue(ticket.get().party(), read.get());
    }

    /** Answers a request that the former key vouches for, also if its certificate expired a while ago. */
    public Enrolment renew(RenewalRequest renewal) {
        Optional<X509Certificate> former = renewal.formerLeaf();
        Optional<Party> party = former.flatMap(leaf -> FormerLeaf.partyOf(leaf, authorities));
        if (former.isEmpty() || party.isEmpty()) {
            return refused(EnrolmentRefusal.FORMER_CERTIFICATE);
        }
        return renew(renewal, former.get(), party.get());
    }

    private Enrolment renew(RenewalRequest renewal, X509Certificate former, Party party) {
        if (party.role().authority() != Authority.NODE_CA) {
            return refused(EnrolmentRefusal.NOT_RENEWABLE);
        }
        if (!renewal.isVouchedForBy(former)) {
            return refused(EnrolmentRefusal.NOT_HOLDER);
        }
        // Also where it is refused below: it may have been issued where nobody took note.
        terms.issued().note(former);
        if (terms.revoked().test(former)) {
            return refused(EnrolmentRefusal.REVOKED);
        }
        Instant last = former.getNotAfter().toInstant().plus(terms.grace());
        if (clock.instant().isAfter(last)) {
            return refused(EnrolmentRefusal.TOO_LATE);
        }
        Optional<CertificateRequest> request = read(renewal.request());
        if (request.isEmpty()) {
            return refused(EnrolmentRefusal.REQUEST);
        }
        if (isKeyOf(former, request.get())) {
            return refused(EnrolmentRefusal.SAME_KEY);
        }
        return isBarred(request.get()) ? refused(EnrolmentRefusal.BARRED_KEY) : issue(party, request.get());
    }

    private Enrolment issue(Party party, CertificateRequest request) {
        Credential authority = authorities.authorityFor(party).orElseThrow(() -> noAuthority(party));
        LeafProfile profile = terms.profileOf(party, authorities.zone());
        X509Certificate issued = issuer.issue(profile, request.key(), authority);
        if (!terms.issued().noteFirst(issued)) {
            return refused(EnrolmentRefusal.BARRED_KEY);
        }
        List<X509Certificate> chain = new ArrayList<>(List.of(issued));
        chain.addAll(authority.chain());
        return new Enrolment.Issued(party, chain);
    }

    private static IssuingException noAuthority(Party party) {
        return new IssuingException(
                "Aucune autorité gardée ici n'émet de certificat pour " + party + " : demandez à celle de son État.",
                "No authority kept here issues certificates to " + party + ": ask that of its State.");
    }

    private boolean isBarred(CertificateRequest request) {
        return terms.issued().hold(request.key())
                || authorities.current().values().stream()
                        .flatMap(authority -> authority.chain().stream())
                        .anyMatch(authority -> isKeyOf(authority, request));
    }

    /** By their encoding, since keys of two providers are never equal. */
    private static boolean isKeyOf(X509Certificate certificate, CertificateRequest request) {
        return Arrays.equals(
                certificate.getPublicKey().getEncoded(), request.key().getEncoded());
    }

    private static Optional<CertificateRequest> read(byte[] request) {
        try {
            // Leaves are on P-256: their profile says so, and issuing would refuse another kind.
            return Optional.of(CertificateRequest.parse(request)).filter(CertificateRequest::isForLeaf);
        } catch (IssuingException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<Digest> digestOf(String token) {
        try {
            return Optional.of(EnrolmentToken.parse(token).digest());
        } catch (IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private static Enrolment refused(EnrolmentRefusal reason) {
        return new Enrolment.Refused(reason);
    }
}
