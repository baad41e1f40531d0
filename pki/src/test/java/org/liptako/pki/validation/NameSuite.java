package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.OtherName;
import org.liptako.pki.issuing.Credential;

/**
 * Names beneath constraints of several CAs, drawn from a small world of names so that they often meet; what lies within
 * what is reckoned from their parts and never from their spelling.
 */
final class NameSuite {
    private static final GeneralName OTHER = new GeneralName(
            GeneralName.otherName, new OtherName(new ASN1ObjectIdentifier("1.2.3.4"), new DERUTF8String("x")));
    private static final GeneralName REGISTERED = new GeneralName(GeneralName.registeredID, "1.2.3.4");

    private final Random random;
    private final SuiteKeys keys;
    private final SuiteNames names;
    /** What the CAs so far permit, one list for each that has any of a form, and exclude. */
    private final List<List<SuiteNames.Subtree>> permitted = new ArrayList<>();

    private final List<SuiteNames.Subtree> excluded = new ArrayList<>();
    private boolean othersConstrained;
    private boolean violated;

    private NameSuite(long seed) {
        this.random = new Random(seed);
        this.keys = new SuiteKeys();
        this.names = new SuiteNames(random);
    }

    static Stream<SuiteCase> cases(long seed, int count) {
        return IntStream.range(0, count).mapToObj(i -> new NameSuite(seed + i).make("names " + (seed + i)));
    }

    private SuiteCase make(String name) {
        List<Credential> bag = new ArrayList<>();
        Credential root = constrained(Common.ca("CN=Root").key(keys.next()), 5).selfSigned();
        Credential above = root;
        for (int level = random.nextInt(4); level > 0; level--) {
            boolean selfIssued = !bag.isEmpty() && random.nextInt(4) == 0;
            Draft draft = Common.ca("C=ML,O=Mali,OU=CA " + level).key(keys.next());
            if (selfIssued) {
                draft.subject(X500Name.getInstance(
                        above.certificate().getSubjectX500Principal().getEncoded()));
            } else {
                checkDirectory(List.of("C=ml", "O=mali", "OU=ca " + level));
            }
            if (random.nextInt(6) == 0) {
                draft.names(taken(selfIssued));
            }
            above = constrained(draft, 2).issuedBy(above);
            bag.add(above);
        }
        Credential leaf = leaf().issuedBy(above);
        return new SuiteCase(
                name,
                !violated,
                Common.about(leaf, bag.toArray(Credential[]::new)).under(root));
    }

    private Draft leaf() {
        List<GeneralName> shown = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            shown.add(taken(false));
        }
        if (random.nextInt(12) == 0) {
            shown.add(random.nextBoolean() ? OTHER : REGISTERED);
            violated |= othersConstrained;
        }
        SuiteNames.Directory subject = names.directory();
        check(subject);
        // A host in a common name is nobody's name, and not constrained.
        String commonName = random.nextInt(3) == 0 ? "CN=host.example.ne" : "CN=Somebody";
        List<RDN> spelled = new ArrayList<>(List.of(subject.spelled(random).getRDNs()));
        spelled.addAll(List.of(new X500Name(commonName).getRDNs()));
        if (shown.isEmpty() && random.nextInt(3) == 0) {
            SuiteNames.Mailbox mailbox = names.mailbox();
            check(mailbox);
            spelled.addAll(List.of(new X500Name("E=" + mailbox.text()).getRDNs()));
        }
        Draft leaf = Common.leaf("CN=Leaf")
                .subject(new X500Name(spelled.toArray(RDN[]::new)))
                .key(keys.next());
        return shown.isEmpty() ? leaf : leaf.names(shown.toArray(GeneralName[]::new));
    }

    private GeneralName taken(boolean exempt) {
        SuiteNames.Name name = names.any();
        if (!exempt) {
            check(name);
        }
        return name.shown(random);
    }

    private void checkDirectory(List<String> parts) {
        check(new SuiteNames.Directory(parts));
    }

    private void check(SuiteNames.Name name) {
        for (List<SuiteNames.Subtree> ofOneCa : permitted) {
            List<SuiteNames.Subtree> ofItsForm =
                    ofOneCa.stream().filter(subtree -> subtree.isOfFormOf(name)).toList();
            violated |= !ofItsForm.isEmpty() && ofItsForm.stream().noneMatch(subtree -> subtree.covers(name));
        }
        violated |= excluded.stream().anyMatch(subtree -> subtree.isOfFormOf(name) && subtree.touches(name));
    }

    private Draft constrained(Draft draft, int oneIn) {
        if (random.nextInt(oneIn) != 0) {
            return draft;
        }
        List<SuiteNames.Subtree> permits = subtrees(random.nextInt(4));
        List<SuiteNames.Subtree> excludes = subtrees(permits.isEmpty() ? 1 : random.nextInt(3));
        List<GeneralSubtree> bases = new ArrayList<>();
        permits.forEach(subtree -> bases.add(new GeneralSubtree(subtree.base(random))));
        if (random.nextInt(12) == 0) {
            bases.add(new GeneralSubtree(OTHER));
            bases.add(new GeneralSubtree(REGISTERED));
            othersConstrained = true;
        }
        GeneralSubtree[] exclusions = excludes.stream()
                .map(subtree -> new GeneralSubtree(subtree.base(random)))
                .toArray(GeneralSubtree[]::new);
        permitted.add(permits);
        excluded.addAll(excludes);
        return draft.with(
                Extension.nameConstraints,
                true,
                new NameConstraints(
                        bases.isEmpty() ? null : bases.toArray(GeneralSubtree[]::new),
                        exclusions.length == 0 ? null : exclusions));
    }

    private List<SuiteNames.Subtree> subtrees(int count) {
        return IntStream.range(0, count).mapToObj(i -> names.subtree()).toList();
    }
}
