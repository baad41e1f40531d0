package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.liptako.pki.issuing.Credential;

/** Chains whose every certificate is spoken of by lists in one of many ways, each of which shows it good or does not. */
final class ListSuite {
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.7");
    private static final int[] REASONS = {0, 1, 2, 3, 4, 5, 6, 9, 10};
    private static final int[] FLAGS = {
        ReasonFlags.keyCompromise,
        ReasonFlags.cACompromise,
        ReasonFlags.affiliationChanged,
        ReasonFlags.superseded,
        ReasonFlags.cessationOfOperation,
        ReasonFlags.certificateHold,
        ReasonFlags.privilegeWithdrawn,
        ReasonFlags.aACompromise
    };
    private static final int GOOD_WAYS = 14;
    private static final int BAD_WAYS = 22;

    private final Random random;
    private final SuiteKeys keys;
    private final List<Credential> bag = new ArrayList<>();
    private final List<ListDraft> lists = new ArrayList<>();

    private ListSuite(long seed) {
        this.random = new Random(seed);
        this.keys = new SuiteKeys();
    }

    static Stream<SuiteCase> cases(long seed, int count) {
        return IntStream.range(0, count).mapToObj(i -> new ListSuite(seed + i).make("lists " + (seed + i)));
    }

    private SuiteCase make(String name) {
        int depth = 1 + random.nextInt(3);
        int bad = random.nextBoolean() ? -1 : random.nextInt(depth + 1);
        StringBuilder told = new StringBuilder(name);
        Credential root = Common.ca("CN=Root").key(keys.next()).selfSigned();
        Credential above = root;
        for (int level = 0; level <= depth; level++) {
            boolean authority = level < depth;
            boolean good = level != bad;
            int way = random.nextInt(good ? GOOD_WAYS : BAD_WAYS);
            told.append(good ? ", good " : ", bad ").append(way);
            Draft draft = (authority ? Common.ca("CN=Level " + level) : Common.leaf("CN=Leaf")).key(keys.next());
            above = good ? good(way, draft, authority, above, root) : bad(way, draft, authority, above, root);
            if (authority) {
                bag.add(above);
            }
        }
        Collections.shuffle(bag, random);
        Collections.shuffle(lists, random);
        Common question =
                Common.about(above, bag.toArray(Credential[]::new)).under(root).by(lists.toArray(ListDraft[]::new));
        return new SuiteCase(told.toString(), bad < 0, question);
    }

    /** A certificate and lists that show it unrevoked. */
    private Credential good(int way, Draft draft, boolean authority, Credential issuer, Credential root) {
        if (way == 11 || way == 12) {
            draft.with(Extension.cRLDistributionPoints, false, point("CN=Part 1"));
        }
        Credential made = draft.issuedBy(issuer);
        switch (way) {
            case 0 -> add(of(issuer));
            case 1 -> add(of(issuer).number(9).revoking(made, 6), of(issuer));
            case 2 -> add(of(issuer).revoking(made, 6), delta(issuer, 12, 10).revoking(made, 8));
            case 3 -> add(of(issuer), delta(issuer, 12, 7));
            case 4 -> add(of(issuer), delta(issuer, 12, 11).revoking(made, reason()));
            case 5 -> add(of(issuer), delta(issuer, 12, 10).signedBy(forger()).revoking(made, reason()));
            case 6 -> add(of(issuer), stale(delta(issuer, 12, 10).revoking(made, reason())));
            case 7 -> add(of(issuer), early(delta(issuer, 12, 10).revoking(made, reason())));
            case 8 ->
                add(
                        of(issuer).scope(null, !authority, authority, false),
                        of(issuer).scope(null, authority, !authority, false).revoking(made, reason()));
            case 9 -> addPartition(issuer, made, -1, -1);
            case 10 -> add(of(issuer), of(issuer).number(11).signedBy(forger()).revoking(made, reason()));
            case 11 -> add(of(issuer).scope("CN=PART  1", false, false, false));
            case 12 ->
                add(
                        of(issuer).scope("CN=Part 1", false, false, false),
                        of(issuer).scope("CN=Part 2", false, false, false).revoking(made, reason()));
            default -> {
                if (issuer.equals(root)) {
                    // Of two deltas the newer has the last word.
                    add(
                            of(issuer),
                            delta(issuer, 12, 10).revoking(made, 6),
                            delta(issuer, 13, 10).revoking(made, 8));
                } else {
                    Credential other = otherKeyOf(issuer, root, KeyUsage.cRLSign, false);
                    add(of(issuer).signedBy(other));
                }
            }
        }
        return made;
    }

    /** A certificate and lists that show it revoked, or do not show how it stands. */
    private Credential bad(int way, Draft draft, boolean authority, Credential issuer, Credential root) {
        if (way == 17) {
            draft.with(Extension.cRLDistributionPoints, false, point("CN=Part 1"));
        }
        Credential made = draft.issuedBy(issuer);
        switch (way) {
            case 0 -> add(of(issuer).revoking(made, reason()));
            case 1 -> add(of(issuer).number(9), of(issuer).revoking(made, reason()));
            case 2 -> add(of(issuer), delta(issuer, 12, 10).revoking(made, reason()));
            case 3 -> add(of(issuer).revoking(made, reason()), delta(issuer, 12, 10));
            case 4 -> add(of(issuer).revoking(made, 6), delta(issuer, 12, 11).revoking(made, 8));
            case 5 ->
                add(
                        of(issuer).revoking(made, 6),
                        delta(issuer, 12, 10).signedBy(forger()).revoking(made, 8));
            case 6 ->
                add(of(issuer).revoking(made, 6), stale(delta(issuer, 12, 10).revoking(made, 8)));
            case 7 -> add(delta(issuer, 12, 10));
            case 8 -> add(of(issuer).scope(null, !authority, authority, false).revoking(made, reason()));
            case 9 -> add(of(issuer).scope(null, authority, !authority, false));
            case 10 -> addPartition(issuer, made, random.nextInt(2), -1);
            case 11 -> addPartition(issuer, made, -1, random.nextInt(2));
            case 12 -> add(stale(of(issuer)));
            case 13 -> add(early(of(issuer)));
            case 14 -> add(of(issuer).signedBy(forger()));
            case 15 -> add(of(issuer).with(UNKNOWN, true, DERNull.INSTANCE));
            case 16 -> add(of(issuer).entry(root, UNKNOWN, true, DERNull.INSTANCE));
            case 17 -> add(of(issuer).scope("CN=Part 2", false, false, false));
            case 18 ->
                add(of(issuer)
                        .with(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(null, false, false, null, false, true)));
            case 19 ->
                add(
                        of(issuer),
                        delta(issuer, 12, 10).revoking(made, 8),
                        delta(issuer, 13, 10).revoking(made, 4));
            case 20 -> {
                int usage = random.nextBoolean() ? KeyUsage.cRLSign : KeyUsage.digitalSignature;
                Credential other = otherKeyOf(issuer, root, usage, usage == KeyUsage.cRLSign);
                add(of(issuer).signedBy(other));
            }
            default -> {}
        }
        return made;
    }

    /** The CA's key for lists alone; or one that may not sign lists, or has expired. */
    private Credential otherKeyOf(Credential issuer, Credential root, int usage, boolean expired) {
        Draft draft = Common.leaf(issuer.certificate().getSubjectX500Principal().getName())
                .key(keys.next())
                .with(Extension.keyUsage, true, new KeyUsage(usage))
                .with(Extension.cRLDistributionPoints, false, point("CN=Other keys"));
        if (expired) {
            draft.valid(Region.NOW.minusSeconds(9), Region.NOW.minusSeconds(1));
        }
        Credential other = draft.issuedBy(root);
        bag.add(other);
        // One more list of the root's, which speaks of nothing else.
        lists.add(of(root).number(20).scope("CN=Other keys", false, false, false));
        return other;
    }

    /** Two lists that share the reasons; one of them may be missing, or name the certificate. */
    private void addPartition(Credential issuer, Credential made, int missing, int naming) {
        int[] halves = {FLAGS[0], FLAGS[1]};
        for (int i = 2; i < FLAGS.length; i++) {
            halves[random.nextInt(2)] |= FLAGS[i];
        }
        for (int half = 0; half < 2; half++) {
            ListDraft list = of(issuer)
                    .with(
                            Extension.issuingDistributionPoint,
                            true,
                            new IssuingDistributionPoint(
                                    null, false, false, new ReasonFlags(halves[half]), false, false));
            if (half == naming) {
                list.revoking(made, reason());
            }
            if (half != missing) {
                add(list);
            }
        }
    }

    private void add(ListDraft... drafts) {
        lists.addAll(List.of(drafts));
    }

    private ListDraft of(Credential issuer) {
        ListDraft list = ListDraft.of(issuer);
        for (int i = random.nextInt(4); i > 0; i--) {
            list.revoking(1_000_000_000L + random.nextInt(1000), reason());
        }
        return list;
    }

    private ListDraft delta(Credential issuer, int number, int base) {
        return of(issuer).number(number).deltaOn(base);
    }

    private Credential forger() {
        return Common.ca("CN=Forger").key(keys.next()).selfSigned();
    }

    private int reason() {
        return REASONS[random.nextInt(REASONS.length)];
    }

    private static ListDraft stale(ListDraft list) {
        return list.between(Region.NOW.minusSeconds(900), Region.NOW.minusSeconds(1));
    }

    private static ListDraft early(ListDraft list) {
        return list.between(Region.NOW.plusSeconds(1), Region.NOW.plusSeconds(900));
    }

    private static CRLDistPoint point(String name) {
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(
                    new DistributionPointName(new GeneralNames(new GeneralName(new X500Name(name)))), null, null)
        });
    }
}
