package org.liptako.pki.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.quorum.Alliance;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.pki.signature.CredentialStatementSigner;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.trust.Anchors;
import org.liptako.pki.trust.AuthorityStatus;
import org.liptako.pki.trust.Directory;
import org.liptako.pki.trust.Edition;
import org.liptako.pki.trust.EvidenceKeys;
import org.liptako.pki.trust.ListedKey;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.Revocations;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.Standing;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.trust.TrustStateCodec;

/** A federation in memory whose node at Bamako makes a receipt of each kind. */
final class TrialReceipts {
    static final Instant MADE = Alliance.NOW;
    static final String DOCUMENT = "ab".repeat(32);
    private static final Instant COSIGNED = MADE.minusSeconds(30);
    private static final String GRANT = "ML-00112233445566778899aabbccddeeff";
    private static final String ERASURE = "ML-ffeeddccbbaa99887766554433221100";
    private static final String TERMS =
            "\"terms\":{\"dataset\":\"ML-DS-008\",\"operation\":\"%s\",\"targetSite\":\"BF-OUA-1\",\"targetState\":\"BF\"}";
    private static final String RULES =
            "\"rules\":[{\"id\":\"ML-APDP-07\",\"title\":{\"fr\":\"Hébergement à l’étranger\",\"en\":\"Hosting abroad\"},"
                    + "\"legalBasis\":[\"Loi n° 2013-015, art. 11\"]}]";

    private final Alliance alliance = Alliance.found();
    private final Map<State, Credential> journalKeys = new EnumMap<>(State.class);
    private final Map<State, Credential> witnessKeys = new EnumMap<>(State.class);
    private final TrialJournal mali = new TrialJournal(State.ML);
    private final TrialJournal burkina = new TrialJournal(State.BF);
    private final Map<State, Credential> administrators = new EnumMap<>(State.class);
    private final SignedTrustState trust;
    private final List<PublishedList> lists;

    TrialReceipts() {
        List<ListedKey> listed = new ArrayList<>();
        for (State state : State.values()) {
            listed.add(listed(EvidenceKeys.journalOf(state), journalKeys));
            listed.add(listed(EvidenceKeys.witnessOf(state), witnessKeys));
            administrators.put(state, alliance.administrator(state));
        }
        trust = trust(listed);
        lists = new TrialLists(alliance, MADE.minus(Duration.ofMinutes(20)))
                .of(alliance.root(), alliance.stateCa(State.ML), alliance.issuingCa(State.ML, Authority.NODE_CA));
    }

    Alliance alliance() {
        return alliance;
    }

    ReceiptVerifier verifier() {
        return new ReceiptVerifier(Alliance.ZONE, alliance.roots());
    }

    /** A node of Mali's that was certified an hour ago. */
    StatementSigner node() {
        return signer(nodeCredential());
    }

    Credential nodeCredential() {
        return certified(Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1"));
    }

    StatementSigner signer(Party party) {
        return signer(certified(party));
    }

    static StatementSigner signer(Credential credential) {
        return new CredentialStatementSigner(credential);
    }

    private Credential certified(Party party) {
        return alliance.certified(party, Alliance.newKey(), MADE.minus(Duration.ofHours(1)));
    }

    Credential journalKey(State state) {
        return Objects.requireNonNull(journalKeys.get(state));
    }

    Credential witnessKey(State state) {
        return Objects.requireNonNull(witnessKeys.get(state));
    }

    /** Of those, Mali's and Niger's have signed the trust state. */
    Credential administrator(State state) {
        return Objects.requireNonNull(administrators.get(state));
    }

    Receipt of(ReceiptKind kind) {
        return Receipt.sealed(body(kind), node());
    }

    ReceiptBody body(ReceiptKind kind) {
        return switch (kind) {
            case COPY -> copy();
            case REFUSAL -> refusal();
            case ERASURE -> erasure();
            case STATE -> state();
        };
    }

    /** A copy that was there before the federation, as Mali has recorded it. */
    ReceiptBody recordedCopy() {
        long recorded = mali.append("{\"type\":\"COPY_RECORDED\",\"at\":\"2026-11-18T08:00:00Z\","
                + "\"dataset\":\"ML-DS-008\",\"site\":\"ML-BKO-1\",\"standing\":\"UNPROVEN\"}");
        return body(ReceiptKind.COPY, null, List.of(mali), List.of(mali.entry(recorded)));
    }

    /** A copy of Mali's dataset abroad is gone, by the word of two people who have signed the document. */
    ReceiptBody erasureAbroad() {
        Person officer = officer();
        Person operator = operator();
        return erasureWith(
                signed(operator.party(), operator, "Procès-verbal"), signed(officer.party(), officer, "Procès-verbal"));
    }

    /** A copy of Mali's dataset under a grant that Burkina Faso, where it lies, has given itself. */
    ReceiptBody copyThatItsHostGranted() {
        String serial = GRANT.replace("ML-", "BF-");
        long granted = burkina.append(granted(serial, "REPLICATE"));
        long sealed = burkina.append(sealed(serial));
        List<ReceiptEntry> entries = List.of(burkina.entry(sealed), burkina.entry(granted));
        return body(ReceiptKind.COPY, null, List.of(burkina), entries);
    }

    /** A copy in Burkina Faso that Niger has accepted. */
    ReceiptBody copyThatAStrangerAccepted() {
        TrialJournal niger = new TrialJournal(State.NE);
        long accepted = niger.append(accepted());
        long sealed = burkina.append(sealed(GRANT));
        List<ReceiptEntry> entries = List.of(burkina.entry(sealed), niger.entry(accepted));
        return body(ReceiptKind.COPY, null, List.of(burkina, niger), entries);
    }

    /** A copy of Mali's dataset at that site is gone, by the word of two people and a document. */
    ReceiptBody erasureThatPeopleHaveSigned(State teller, String site) {
        TrialJournal journal = teller == State.ML ? mali : burkina;
        long erased = journal.append(erasedAbroad(site));
        return body(ReceiptKind.ERASURE, null, List.of(journal), List.of(journal.entry(erased)));
    }

    /** Somebody of Mali with a key. */
    record Person(Party party, Credential credential) {}

    Person officer() {
        return person(Party.of(State.ML, Role.OFFICER, "a-traore"), Alliance.newKey());
    }

    Person operator() {
        return person(Party.at(new SiteId("ML-BKO-1"), Role.OPERATOR, "1"), Alliance.newKey());
    }

    Person person(Party party, KeyPair key) {
        return new Person(party, alliance.certified(party, key, MADE.minus(Duration.ofDays(30))));
    }

    /** An entry in which somebody puts their name to what, perhaps, somebody else has signed under that title. */
    static String signed(Party by, Person signer, String title) {
        String about = "\"campaign\":\"ML-RETOUR-2026\",\"dataset\":\"ML-DS-009\",\"site\":\"XX-EU-1\",\"document\":\""
                + DOCUMENT + "\",\"title\":";
        byte[] statement =
                ("{\"format\":\"liptako-external-erasure/v1\"," + about + "\"" + title + "\"}").getBytes(UTF_8);
        byte[] signature = QuorumSigner.sign(statement, signer.credential(), Instant.parse("2026-11-20T07:59:00Z"));
        return "{\"type\":\"EXTERNAL_ERASURE_SIGNED\",\"at\":\"2026-11-20T08:00:00Z\"," + about
                + "\"Procès-verbal\",\"by\":\"" + by + "\",\"certificate\":\"00\",\"signature\":\""
                + Base64.getEncoder().encodeToString(signature) + "\"}";
    }

    /** A copy of Mali's dataset abroad is gone, by the word of those who have said so in these entries. */
    ReceiptBody erasureWith(String... signatures) {
        TrialJournal journal = new TrialJournal(State.ML);
        List<Long> signed = Arrays.stream(signatures).map(journal::append).toList();
        long erased = journal.append(erasedAbroad("XX-EU-1"));
        List<ReceiptEntry> entries = new ArrayList<>(List.of(journal.entry(erased)));
        signed.forEach(index -> entries.add(journal.entry(index)));
        return body(ReceiptKind.ERASURE, null, List.of(journal), entries);
    }

    private static String erasedAbroad(String site) {
        return "{\"type\":\"EXTERNAL_COPY_ERASED\",\"at\":\"2026-11-20T08:00:00Z\","
                + "\"campaign\":\"ML-RETOUR-2026\",\"dataset\":\"ML-DS-009\",\"site\":\"" + site + "\",\"document\":\""
                + DOCUMENT + "\",\"signers\":[\"ML operator ML-BKO-1 1\",\"ML officer a-traore\"]}";
    }

    private ReceiptBody copy() {
        ReceiptEntry granted = mali.entry(mali.append(granted(GRANT, "REPLICATE")));
        ReceiptEntry accepted = burkina.entry(burkina.append(accepted()));
        ReceiptEntry sealed = burkina.entry(burkina.append(sealed(GRANT)));
        // Entries after it, so that the way to the root is no trivial one.
        burkina.append("{\"type\":\"ALARM_RAISED\",\"at\":\"2026-11-20T09:00:00Z\"}");
        mali.append("{\"type\":\"ALARM_RAISED\",\"at\":\"2026-11-20T09:00:00Z\"}");
        return body(
                ReceiptKind.COPY,
                null,
                List.of(mali, burkina),
                List.of(again(burkina, sealed), again(mali, granted), again(burkina, accepted)));
    }

    private ReceiptBody refusal() {
        long index = mali.append("{\"type\":\"REFUSAL\",\"at\":\"2026-11-19T08:00:00Z\",\"request\":\"req-00000001\","
                + String.format(TERMS, "REPLICATE")
                + ",\"reason\":\"DENIED\",\"words\":{\"fr\":\"Refusé.\",\"en\":\"Refused.\"},\"ruleSet\":\""
                + "ab".repeat(32)
                + "\"," + RULES + "}");
        return body(ReceiptKind.REFUSAL, null, List.of(mali), List.of(mali.entry(index)));
    }

    private ReceiptBody erasure() {
        ReceiptEntry granted = mali.entry(mali.append(granted(ERASURE, "ERASE")));
        long erased = burkina.append("{\"type\":\"REPLICA_ERASED\",\"at\":\"2026-11-20T08:00:00Z\",\"grant\":\""
                + ERASURE + "\",\"dataset\":\"ML-DS-008\",\"site\":\"BF-OUA-1\"}");
        long attested = burkina.append(
                "{\"type\":\"ERASURE_ATTESTED\",\"at\":\"2026-11-20T09:00:00Z\",\"statement\":{\"grant\":\""
                        + ERASURE + "\",\"dataset\":\"ML-DS-008\",\"site\":\"BF-OUA-1\",\"erasure\":" + erased
                        + ",\"lookups\":[{\"medium\":\"TAPES\",\"lookedAt\":\"armoire 3\"}],\"name\":\"A. Traoré\"}}");
        return body(
                ReceiptKind.ERASURE,
                null,
                List.of(mali, burkina),
                List.of(burkina.entry(erased), again(mali, granted), burkina.entry(attested)));
    }

    private ReceiptBody state() {
        long granted = mali.append(granted(GRANT, "REPLICATE"));
        long sealed = burkina.append(sealed(GRANT));
        return body(
                ReceiptKind.STATE,
                new ReceiptQuestion("ML-DS-008", Instant.parse("2026-11-20T23:59:59Z")),
                List.of(mali, burkina, new TrialJournal(State.NE)),
                List.of(mali.entry(granted), burkina.entry(sealed)));
    }

    private ReceiptBody body(
            ReceiptKind kind,
            @Nullable ReceiptQuestion question,
            List<TrialJournal> journals,
            List<ReceiptEntry> entries) {
        List<ReceiptJournal> checkpoints = journals.stream()
                .map(journal -> journal.checkpoint(
                        noteSigner(EvidenceKeys.journalOf(journal.state()), journalKeys),
                        others(journal.state()),
                        COSIGNED))
                .toList();
        return new ReceiptBody(kind, MADE, question, checkpoints, entries, List.of(trust), lists);
    }

    /** The same with other revocation lists. */
    static ReceiptBody with(ReceiptBody body, List<PublishedList> lists) {
        return new ReceiptBody(
                body.kind(), body.madeAt(), body.question(), body.journals(), body.entries(), body.trust(), lists);
    }

    private List<NoteSigner> others(State state) {
        List<NoteSigner> others = new ArrayList<>();
        for (State other : State.values()) {
            if (other != state) {
                others.add(noteSigner(EvidenceKeys.witnessOf(other), witnessKeys));
            }
        }
        return others;
    }

    private static ReceiptEntry again(TrialJournal journal, ReceiptEntry entry) {
        return journal.entry(entry.index());
    }

    private static String granted(String serial, String operation) {
        return "{\"type\":\"GRANT\",\"at\":\"2026-11-18T08:00:00Z\",\"serial\":\"" + serial
                + "\",\"request\":\"req-00000002\","
                + String.format(TERMS, operation) + ",\"expires\":\"2027-11-18T08:00:00Z\",\"ruleSet\":\""
                + "cd".repeat(32)
                + "\"," + RULES + "}";
    }

    private static String accepted() {
        return "{\"type\":\"ACCEPT\",\"at\":\"2026-11-18T08:00:01Z\",\"serial\":\"" + GRANT
                + "\",\"request\":\"req-00000002\"," + String.format(TERMS, "REPLICATE")
                + ",\"expires\":\"2027-11-18T08:00:00Z\",\"ruleSet\":\"" + "cd".repeat(32) + "\"}";
    }

    private static String sealed(String grant) {
        return "{\"type\":\"REPLICA_SEALED\",\"at\":\"2026-11-19T08:00:00Z\",\"grant\":\"" + grant
                + "\",\"dataset\":\"ML-DS-008\",\"site\":\"BF-OUA-1\",\"versionRoot\":\"" + "ef".repeat(32)
                + "\",\"chunks\":12,\"encrypted\":true}";
    }

    private ListedKey listed(Party holder, Map<State, Credential> kept) {
        KeyPair key = Alliance.issuerAt(MADE).newKey(KeyKind.ED25519);
        Credential credential = alliance.certified(holder, key, MADE.minus(Duration.ofDays(30)));
        kept.put(holder.state(), credential);
        return new ListedKey(holder, credential.certificate());
    }

    private NoteSigner noteSigner(Party holder, Map<State, Credential> kept) {
        Credential credential = Objects.requireNonNull(kept.get(holder.state()));
        return new NoteSigner(
                EvidenceKeys.noteKey(holder, Alliance.ZONE, credential.certificate()),
                credential.key(),
                InstantSource.fixed(MADE));
    }

    private SignedTrustState trust(List<ListedKey> listed) {
        Instant issued = MADE.minus(Duration.ofDays(2));
        List<AuthorityStatus> authorities = new ArrayList<>();
        for (State state : State.values()) {
            authorities.add(new AuthorityStatus(state, alliance.stateCa(state).certificate(), new Standing.Good()));
        }
        byte[] content = new TrustStateCodec(Alliance.ZONE)
                .encode(new TrustState(
                        new Edition(1, null, issued, issued.plus(Duration.ofDays(30))),
                        new Anchors(alliance.roots(), List.of()),
                        new Revocations(authorities, List.of()),
                        List.of(),
                        new Directory(List.of(), listed)));
        List<byte[]> signatures = new ArrayList<>();
        for (State state : List.of(State.ML, State.NE)) {
            signatures.add(QuorumSigner.sign(content, administrator(state), issued.plus(Duration.ofHours(1))));
        }
        return new SignedTrustState(content, QuorumSigner.join(content, signatures));
    }
}
