package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.trust.Drafting.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.RevocationListIssuer;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RevocationReason;
import org.liptako.pki.quorum.Alliance;

class ListShelfTest {
    private static final Alliance ALLIANCE = Alliance.found();
    private static final TrustState TRUST = Drafting.state(ALLIANCE, 1, null);
    private static final Credential PEOPLE_CA = ALLIANCE.issuingCa(State.ML, Authority.PEOPLE_CA);
    private static final PublishedList TENTH = full(10, NOW);

    private final ListShelf shelf = after(ListShelf.empty(), TENTH);

    @Test
    void aLaterListReplacesAnEarlierOne() {
        ListShelf later = after(shelf, full(11, NOW));
        assertThat(later.held()).extracting(HeldList::number).containsExactly(BigInteger.valueOf(11));
        assertThat(later.lists().lists()).hasSize(1);
    }

    @Test
    void eachCaHasItsOwn() {
        ListShelf all = shelf;
        all = after(all, published(ALLIANCE.root(), RevocationListProfile.full(1, List.of()), NOW));
        all = after(all, published(ALLIANCE.stateCa(State.NE), RevocationListProfile.full(1, List.of()), NOW));
        assertThat(all.held()).hasSize(3);
    }

    @Test
    void theOneThatIsHeldIsNoNews() {
        assertThat(shelf.judge(TENTH, TRUST, NOW)).isEqualTo(new ListAcceptance.AlreadyHeld(BigInteger.TEN));
    }

    @Test
    void anOlderListIsRefused() {
        refused(full(9, NOW), ListRefusal.OLD);
    }

    @Test
    void anotherListOfTheSameNumberIsAFork() {
        refused(full(10, NOW.minusSeconds(60)), ListRefusal.FORKED);
    }

    @Test
    void aListDatedBeforeTheOneItReplacesIsRefused() {
        refused(full(11, NOW.minusSeconds(60)), ListRefusal.BACKDATED);
    }

    @Test
    void aListFromTheFutureIsRefused() {
        refused(full(11, NOW.plus(Duration.ofMinutes(6))), ListRefusal.FROM_THE_FUTURE);
    }

    @Test
    void aDeltaAddsToTheCompleteListThatItBuildsOn() {
        ListShelf both = after(shelf, delta(11, 10));
        assertThat(both.held()).hasSize(2);
        assertThat(after(both, full(12, NOW)).held()).hasSize(1);
    }

    @Test
    void aDeltaOnAListThatIsNotHereIsRefused() {
        refused(delta(12, 11), ListRefusal.GAPPED);
    }

    @Test
    void anOlderDeltaIsRefused() {
        ListShelf both = after(shelf, delta(12, 10));
        assertThat(reason(both.judge(delta(11, 10), TRUST, NOW))).isEqualTo(ListRefusal.OLD);
        assertThat(reason(after(shelf, full(20, NOW)).judge(delta(15, 10), TRUST, NOW)))
                .isEqualTo(ListRefusal.OLD);
    }

    @Test
    void aListBelowTheNumberThatTheTrustStateAsksForIsRefused() {
        LeastListNumber least = new LeastListNumber(
                Digest.over(PEOPLE_CA.certificate().getPublicKey().getEncoded()), BigInteger.valueOf(50));
        TrustState stricter = new TrustState(
                TRUST.edition(),
                TRUST.anchors(),
                new Revocations(TRUST.revocations().authorities(), List.of(least)),
                TRUST.rights(),
                TRUST.directory());
        assertThat(reason(ListShelf.empty().judge(TENTH, stricter, NOW))).isEqualTo(ListRefusal.OLD);
        assertThat(ListShelf.empty().judge(full(50, NOW), stricter, NOW)).isInstanceOf(ListAcceptance.Accepted.class);
    }

    @Test
    void aListOfAStrangersCaIsRefused() {
        Alliance strangers = Alliance.found();
        RevocationListProfile profile = RevocationListProfile.full(11, List.of());
        refused(
                published(strangers.issuingCa(State.ML, Authority.PEOPLE_CA), profile, NOW),
                ListRefusal.UNKNOWN_ISSUER);
        refused(published(strangers.root(), profile, NOW), ListRefusal.UNKNOWN_ISSUER);
    }

    @Test
    void aListSignedByOneCaInAnothersNameIsRefused() throws Exception {
        Credential impostor = new Credential(Alliance.newKey().getPrivate(), PEOPLE_CA.chain());
        PublishedList other = published(
                ALLIANCE.issuingCa(State.ML, Authority.NODE_CA), RevocationListProfile.full(11, List.of()), NOW);
        refused(new PublishedList(other.list(), PEOPLE_CA.certificate().getEncoded()), ListRefusal.UNKNOWN_ISSUER);
        byte[] forged = TENTH.list();
        forged[forged.length - 1] ^= 1;
        refused(new PublishedList(forged, impostor.certificate().getEncoded()), ListRefusal.UNKNOWN_ISSUER);
    }

    /** A State CA may sign a CA of any name; a list in the root's name or another State's would stand in the way of theirs. */
    @Test
    void aListOfACaThatAStateNamedAfterAnotherIsRefused() {
        for (Credential named :
                List.of(ALLIANCE.root(), ALLIANCE.stateCa(State.NE), ALLIANCE.issuingCa(State.NE, Authority.NODE_CA))) {
            X500Principal name = named.certificate().getSubjectX500Principal();
            refused(
                    published(caOfMali(name), RevocationListProfile.full(1, List.of()), NOW),
                    ListRefusal.UNKNOWN_ISSUER);
        }
    }

    /** However many CAs a State makes, there is room for the lists of the others. */
    @Test
    void oneStateFillsNoShelfOfTheOthers() {
        ListShelf filling = shelf;
        for (int number = filling.held().size(); number < ListShelf.MOST_OF_ONE_STATE; number++) {
            filling = after(filling, ofCaOfMali(number));
        }
        assertThat(reason(filling.judge(ofCaOfMali(ListShelf.MOST_OF_ONE_STATE), TRUST, NOW)))
                .isEqualTo(ListRefusal.TOO_MANY);
        assertThat(after(filling, full(11, NOW)).held()).hasSize(ListShelf.MOST_OF_ONE_STATE);
        PublishedList nigers = published(
                ALLIANCE.issuingCa(State.NE, Authority.NODE_CA), RevocationListProfile.full(1, List.of()), NOW);
        assertThat(after(filling, nigers).held()).hasSize(ListShelf.MOST_OF_ONE_STATE + 1);
    }

    private static PublishedList ofCaOfMali(int number) {
        Credential ca = caOfMali(new X500Principal("CN=CA " + number + ",O=Mali,C=ML"));
        return published(ca, RevocationListProfile.full(1, List.of()), NOW);
    }

    /** A CA of any name, signed by Mali's State CA as its owner may. */
    private static Credential caOfMali(X500Principal name) {
        Credential stateCa = ALLIANCE.stateCa(State.ML);
        KeyPair key = Alliance.newKey();
        try {
            X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                            stateCa.certificate().getSubjectX500Principal(),
                            BigInteger.valueOf(name.hashCode()).abs().add(BigInteger.ONE),
                            Date.from(NOW.minusSeconds(60)),
                            Date.from(NOW.plus(Duration.ofDays(30))),
                            name,
                            key.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(stateCa.key()));
            return new Credential(
                    key.getPrivate(), List.of(new JcaX509CertificateConverter().getCertificate(certificate)));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPersonsCertificateSignsNoLists() throws Exception {
        Credential officer = ALLIANCE.officer("fatou");
        refused(new PublishedList(TENTH.list(), officer.certificate().getEncoded()), ListRefusal.UNKNOWN_ISSUER);
    }

    @Test
    void aRevokedStateCasListIsRefused() {
        List<AuthorityStatus> authorities = TRUST.revocations().authorities().stream()
                .map(authority -> new AuthorityStatus(
                        authority.state(),
                        authority.certificate(),
                        new Standing.Revoked(RevocationReason.CA_COMPROMISE, NOW)))
                .toList();
        TrustState without = new TrustState(
                TRUST.edition(),
                TRUST.anchors(),
                new Revocations(authorities, List.of()),
                TRUST.rights(),
                TRUST.directory());
        assertThat(reason(shelf.judge(full(11, NOW), without, NOW))).isEqualTo(ListRefusal.UNKNOWN_ISSUER);
    }

    @Test
    void oneCutShortAnywhereIsRefused() {
        byte[] whole = TENTH.list();
        for (int length = 0; length < whole.length; length += 13) {
            refused(new PublishedList(Arrays.copyOf(whole, length), TENTH.issuer()), ListRefusal.MALFORMED);
        }
    }

    @Test
    void oneOfFiftyMegabytesIsRefusedUnread() {
        refused(new PublishedList(new byte[50_000_000], TENTH.issuer()), ListRefusal.TOO_LARGE);
    }

    @Test
    void whatIsRefusedHasALineInBothLanguages() {
        ListAcceptance.Refused old = (ListAcceptance.Refused) shelf.judge(full(9, NOW), TRUST, NOW);
        assertThat(old.english()).endsWith("or than the trust state admits. [number 9, held 10]");
        assertThat(old.french()).startsWith("La liste de révocation est plus ancienne");
    }

    private static PublishedList full(long number, Instant at) {
        return published(PEOPLE_CA, RevocationListProfile.full(number, List.of()), at);
    }

    private static PublishedList delta(long number, long base) {
        return published(
                PEOPLE_CA,
                new RevocationListProfile(
                        BigInteger.valueOf(number),
                        Optional.of(BigInteger.valueOf(base)),
                        RevocationListProfile.DELTA_LIFE,
                        List.of()),
                NOW);
    }

    static PublishedList published(Credential ca, RevocationListProfile profile, Instant at) {
        try {
            X509CRL list = new RevocationListIssuer(Clock.fixed(at, ZoneOffset.UTC)).issue(profile, ca);
            return new PublishedList(list.getEncoded(), ca.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static ListShelf after(ListShelf shelf, PublishedList next) {
        ListAcceptance judged = shelf.judge(next, TRUST, NOW);
        assertThat(judged).isInstanceOf(ListAcceptance.Accepted.class);
        return shelf.with((ListAcceptance.Accepted) judged);
    }

    private void refused(PublishedList offered, ListRefusal reason) {
        assertThat(reason(shelf.judge(offered, TRUST, NOW))).isEqualTo(reason);
    }

    private static ListRefusal reason(ListAcceptance judged) {
        assertThat(judged).isInstanceOf(ListAcceptance.Refused.class);
        return ((ListAcceptance.Refused) judged).refusal();
    }
}
