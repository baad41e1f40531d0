package org.liptako.pki.validation;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.liptako.pki.issuing.Credential;

/**
 * Paths hidden in bags: one good path, or the same with one link that every way must take and that does not hold, among
 * decoys of which none leads anywhere.
 */
final class PathSuite {
    private static final String HOST = "leaf.example.ml";
    private static final int FAULTS = 10;
    private static final int DECOYS = 9;

    private final Random random;
    private final SuiteKeys keys;
    private final List<Credential> bag = new ArrayList<>();
    private final List<Credential> roots = new ArrayList<>();
    private final Credential root;
    private final Credential elsewhere;
    /** From beneath the root down to the leaf's issuer. */
    private final List<Credential> levels = new ArrayList<>();

    private final KeyPair strangers;
    private final List<Integer> beneath = new ArrayList<>();

    private PathSuite(long seed) {
        this.random = new Random(seed);
        this.keys = new SuiteKeys();
        this.strangers = keys.next();
        this.root = identified(Common.ca("CN=Root")).selfSigned();
        this.elsewhere = identified(Common.ca(random.nextBoolean() ? "CN=Root" : "CN=Elsewhere"))
                .selfSigned();
        roots.add(root);
    }

    static Stream<SuiteCase> cases(long seed, int count) {
        return IntStream.range(0, count).mapToObj(i -> new PathSuite(seed + i).make("path " + (seed + i)));
    }

    private SuiteCase make(String name) {
        int depth = random.nextInt(random.nextInt(4) == 0 ? 16 : 6);
        int broken = random.nextBoolean() || depth == 0 ? -1 : random.nextInt(depth);
        int fault = random.nextInt(FAULTS);
        climbDown(depth, broken, fault);
        Credential above = levels.isEmpty() ? root : levels.getLast();
        Credential leaf = pointing(Common.leaf("CN=Leaf," + levelName(depth)), above)
                .key(keys.next())
                .names(new GeneralName(GeneralName.dNSName, HOST))
                .issuedBy(above);
        addDecoys(random.nextInt(random.nextInt(8) == 0 ? 60 : 12));
        addRoots();
        Collections.shuffle(bag, random);
        Collections.shuffle(roots, random);
        Common question = Common.about(leaf, bag.toArray(Credential[]::new))
                .under(roots.toArray(Credential[]::new))
                .forPurpose(Purpose.CLIENT_AUTH);
        return new SuiteCase(
                name + ", depth " + depth + ", fault " + (broken < 0 ? "none" : fault + " at " + broken),
                broken < 0,
                question);
    }

    private static String levelName(int level) {
        return "O=Level " + level;
    }

    /** The good path; path lengths are often as tight as they may be, and a CA may have changed its key. */
    private void climbDown(int depth, int broken, int fault) {
        Credential above = root;
        for (int level = 0; level < depth; level++) {
            int casBeneath = depth - 1 - level;
            Draft draft = pointing(Common.ca(levelName(level)), above).key(keys.next());
            if (random.nextInt(3) == 0) {
                draft.with(Extension.basicConstraints, true, new BasicConstraints(casBeneath));
            }
            if (level == broken) {
                spoil(draft, fault, casBeneath);
            }
            Credential made = level == broken && fault == 0 ? draft.issuedBy(forgerOf(above)) : draft.issuedBy(above);
            bag.add(made);
            if (random.nextInt(6) == 0) {
                made = pointing(Common.ca(levelName(level)), made)
                        .key(keys.next())
                        .issuedBy(made);
                bag.add(made);
            }
            levels.add(made);
            beneath.add(casBeneath);
            above = made;
        }
    }

    /** Makes of a CA one that no path may go through. */
    private void spoil(Draft draft, int fault, int casBeneath) {
        switch (fault) {
            case 0 -> {}
            case 1 -> draft.valid(Region.NOW.minusSeconds(900), Region.NOW.minusSeconds(1));
            case 2 -> draft.valid(Region.NOW.plusSeconds(1), Region.NOW.plusSeconds(900));
            case 3 -> draft.with(Extension.basicConstraints, true, new BasicConstraints(false));
            case 4 -> draft.without(Extension.basicConstraints);
            case 5 -> draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.cRLSign));
            case 6 -> draft.with(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), true, DERNull.INSTANCE);
            case 7 ->
                draft.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
            case 8 -> draft.with(Extension.nameConstraints, true, forbidding());
            default -> {
                if (casBeneath > 0) {
                    draft.with(Extension.basicConstraints, true, new BasicConstraints(random.nextInt(casBeneath)));
                } else {
                    draft.signedWith("SHA1withECDSA");
                }
            }
        }
    }

    private NameConstraints forbidding() {
        GeneralSubtree host = new GeneralSubtree(
                new GeneralName(GeneralName.dNSName, random.nextBoolean() ? "example.ml" : "example.ne"));
        GeneralSubtree leaf = new GeneralSubtree(new GeneralName(new X500Name("CN=Leaf")));
        boolean permits = host.getBase().getName().toString().endsWith("ne");
        return permits
                ? new NameConstraints(new GeneralSubtree[] {host}, null)
                : new NameConstraints(null, new GeneralSubtree[] {leaf, host});
    }

    private void addDecoys(int count) {
        for (int i = 0; i < count; i++) {
            int level = levels.isEmpty() ? -1 : random.nextInt(levels.size());
            if (level < 0) {
                bag.add(stranger(root));
            } else {
                addDecoy(random.nextInt(DECOYS), level);
            }
        }
    }

    private void addDecoy(int kind, int level) {
        Credential here = levels.get(level);
        Credential above = level == 0 ? root : levels.get(level - 1);
        KeyPair same = new KeyPair(here.certificate().getPublicKey(), here.key());
        switch (kind) {
            // A namesake with another key, well certified, that signed nothing.
            case 0 ->
                bag.add(pointing(Common.ca(levelName(level)), above)
                        .key(keys.next())
                        .issuedBy(above));
            // The same CA again, spoilt.
            case 1, 2 -> {
                Draft twin = pointing(Common.ca(levelName(level)), above).key(same);
                int fault = random.nextInt(FAULTS);
                spoil(twin, fault, beneath.get(level));
                bag.add(fault == 0 ? twin.issuedBy(forgerOf(above)) : twin.issuedBy(above));
            }
            // Certified by a root that is not believed here.
            case 3 ->
                bag.add(pointing(Common.ca(levelName(level)), elsewhere)
                        .key(same)
                        .issuedBy(elsewhere));
            // Certified by a CA beneath it: a loop.
            case 4 -> {
                Credential lower = levels.get(level + random.nextInt(levels.size() - level));
                bag.add(pointing(Common.ca(levelName(level)), lower).key(same).issuedBy(lower));
            }
            case 5 -> addMesh(level, same);
            case 6 -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    bag.add(stranger(random.nextBoolean() ? above : elsewhere));
                }
            }
            // The same once more, and CAs that only certify themselves.
            case 7 -> {
                bag.add(bag.get(random.nextInt(bag.size())));
                bag.add(Common.ca(levelName(level)).key(same).selfSigned());
                bag.add(elsewhere);
            }
            // A way past some levels that does not hold.
            default -> {
                Draft shortcut = pointing(Common.ca(levelName(level)), root).key(same);
                int fault = random.nextInt(FAULTS - 1);
                spoil(shortcut, fault, beneath.get(level));
                bag.add(fault == 0 ? shortcut.issuedBy(forgerOf(root)) : shortcut.issuedBy(root));
            }
        }
    }

    /** CAs that all certify each other and the CA of a level, and of which none has more than a spoilt way out. */
    private void addMesh(int level, KeyPair same) {
        int size = 2 + random.nextInt(5);
        List<Credential> nodes = new ArrayList<>();
        String mark = "CN=Node " + bag.size() + " ";
        for (int i = 0; i < size; i++) {
            nodes.add(Common.ca(mark + i).key(keys.next()).selfSigned());
        }
        for (int issuer = 0; issuer < size; issuer++) {
            for (int subject = 0; subject < size; subject++) {
                if (issuer != subject) {
                    bag.add(again(nodes.get(subject), mark + subject).issuedBy(nodes.get(issuer)));
                }
            }
        }
        bag.add(pointing(Common.ca(levelName(level)), nodes.getFirst())
                .key(same)
                .issuedBy(nodes.getFirst()));
        Draft wayOut = again(nodes.getLast(), mark + (size - 1));
        int fault = random.nextInt(FAULTS - 1);
        spoil(wayOut, fault, 1);
        bag.add(fault == 0 ? wayOut.issuedBy(forgerOf(root)) : wayOut.issuedBy(root));
    }

    private static Draft again(Credential node, String name) {
        return Common.ca(name).key(new KeyPair(node.certificate().getPublicKey(), node.key()));
    }

    private Credential stranger(Credential issuer) {
        Draft draft = random.nextBoolean() ? Common.ca("CN=Stranger " + random.nextInt(9)) : Common.leaf("CN=Someone");
        return pointing(draft, issuer).key(strangers).issuedBy(issuer);
    }

    /** Whoever signs in the name of another. */
    private Credential forgerOf(Credential real) {
        return new Credential(keys.next().getPrivate(), real.chain());
    }

    private void addRoots() {
        for (int i = random.nextInt(4); i > 0; i--) {
            KeyPair same = new KeyPair(root.certificate().getPublicKey(), root.key());
            roots.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Common.ca("CN=Other root").key(keys.next()).selfSigned();
                        case 1 -> Common.ca("CN=Root").key(keys.next()).selfSigned();
                        case 2 ->
                            Common.ca("CN=Root")
                                    .key(same)
                                    .valid(Region.NOW.minusSeconds(9), Region.NOW.minusSeconds(1))
                                    .selfSigned();
                        default ->
                            Common.ca("CN=Root")
                                    .key(same)
                                    .with(Extension.nameConstraints, true, forbidding())
                                    .selfSigned();
                    });
        }
        if (random.nextInt(3) == 0) {
            bag.add(root);
        }
    }

    /** With a key identifier that is its key's, another's, or none. */
    private Draft identified(Draft draft) {
        return random.nextInt(3) == 0 ? draft : draft.with(Extension.subjectKeyIdentifier, false, identifier());
    }

    private SubjectKeyIdentifier identifier() {
        return new SubjectKeyIdentifier(new byte[] {(byte) random.nextInt(4)});
    }

    /** Points at its issuer, at another, or at nobody: only a hint in every case. */
    private Draft pointing(Draft draft, Credential issuer) {
        byte[] told = issuer.certificate().getExtensionValue(Extension.subjectKeyIdentifier.getId());
        int way = random.nextInt(4);
        if (way == 0) {
            byte[] other = {(byte) random.nextInt(4)};
            draft.with(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(other));
        } else if (way < 3 && told != null) {
            byte[] inner = ASN1OctetString.getInstance(
                            ASN1OctetString.getInstance(told).getOctets())
                    .getOctets();
            draft.with(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(new DEROctetString(inner).getOctets()));
        }
        return identified(draft);
    }
}
