package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;

/** A small world of names of five forms, and of subtrees of them, each held in its parts. */
final class SuiteNames {
    private static final List<String> LABELS = List.of("a", "b", "ab");
    private static final List<String> DOMAINS = List.of("ml", "example");

    private final Random random;

    SuiteNames(Random random) {
        this.random = random;
    }

    /** A name as a certificate bears it. */
    sealed interface Name {
        GeneralName shown(Random random);
    }

    /** Labels from the top down, in lower case. */
    record Host(List<String> labels, boolean wildcard) implements Name {
        String text(Random random) {
            String plain = (wildcard ? "*." : "") + String.join(".", labels.reversed());
            return random.nextInt(3) == 0 ? plain.toUpperCase(Locale.ROOT) : plain;
        }

        boolean isWithin(List<String> domain) {
            return labels.size() >= domain.size()
                    && labels.subList(0, domain.size()).equals(domain);
        }

        @Override
        public GeneralName shown(Random random) {
            return new GeneralName(GeneralName.dNSName, text(random));
        }
    }

    record Mailbox(String local, Host host) implements Name {
        String text() {
            return local + "@" + String.join(".", host.labels().reversed());
        }

        @Override
        public GeneralName shown(Random random) {
            return new GeneralName(GeneralName.rfc822Name, local + "@" + host.text(random));
        }
    }

    record Uri(Host host, boolean bare) implements Name {
        @Override
        public GeneralName shown(Random random) {
            String port = random.nextBoolean() ? ":8443" : "";
            String user = random.nextInt(4) == 0 ? "b.example.ml@" : "";
            return new GeneralName(
                    GeneralName.uniformResourceIdentifier,
                    bare ? "urn:example:a.ml" : "spiffe://" + user + host.text(random) + port + "/x@a.ml");
        }
    }

    /** Octets, each 0 to 255. */
    record Address(List<Integer> octets) implements Name {
        static byte[] bytes(List<Integer> octets) {
            byte[] bytes = new byte[octets.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = octets.get(i).byteValue();
            }
            return bytes;
        }

        @Override
        public GeneralName shown(Random random) {
            return new GeneralName(GeneralName.iPAddress, new DEROctetString(bytes(octets)));
        }
    }

    /** Attributes from the country down, such as {@code O=mali}, in lower case. */
    record Directory(List<String> parts) implements Name {
        X500Name spelled(Random random) {
            return new X500Name(
                    parts.stream().map(part -> relative(part, random)).toArray(RDN[]::new));
        }

        /** The same in another string type, another case, and with other spaces. */
        private static RDN relative(String part, Random random) {
            String value = part.substring(part.indexOf('=') + 1);
            ASN1ObjectIdentifier type = switch (part.substring(0, part.indexOf('='))) {
                case "C" -> BCStyle.C;
                case "O" -> BCStyle.O;
                case "OU" -> BCStyle.OU;
                default -> BCStyle.CN;
            };
            String respelled = random.nextBoolean() ? value.toUpperCase(Locale.ROOT) : value;
            String spaced = random.nextInt(3) == 0 ? " " + respelled.replace(" ", "   ") + "  " : respelled;
            ASN1Encodable text = switch (random.nextInt(3)) {
                case 0 -> new DERUTF8String(spaced);
                case 1 -> new DERPrintableString(spaced);
                default -> new DERBMPString(spaced);
            };
            return new RDN(type, text);
        }

        @Override
        public GeneralName shown(Random random) {
            return new GeneralName(spelled(random));
        }
    }

    /**
     * Part of the names of one form.
     *
     * @param like a name of that form
     * @param depth of an address, the bits of the prefix
     * @param beneath of a mailbox or URI, whether the constraint begins with a dot
     */
    record Subtree(Name like, int depth, boolean beneath, boolean one) {
        boolean isOfFormOf(Name name) {
            return like.getClass() == name.getClass();
        }

        boolean covers(Name name) {
            return switch (like) {
                case Host host -> ((Host) name).isWithin(host.labels());
                case Mailbox box ->
                    one
                            ? box.local().equals(((Mailbox) name).local())
                                    && box.host()
                                            .labels()
                                            .equals(((Mailbox) name).host().labels())
                            : isAt(box.host().labels(), ((Mailbox) name).host().labels());
                case Uri uri ->
                    !((Uri) name).bare()
                            && isAt(uri.host().labels(), ((Uri) name).host().labels());
                case Address address -> isInBlock(address.octets(), ((Address) name).octets());
                case Directory directory -> {
                    List<String> parts = ((Directory) name).parts();
                    int size = directory.parts().size();
                    yield parts.size() >= size && parts.subList(0, size).equals(directory.parts());
                }
            };
        }

        /** A star may stand for the label that makes a name an excluded one; a URI without a host is never let by. */
        boolean touches(Name name) {
            boolean starred = like instanceof Host host
                    && name instanceof Host shown
                    && shown.wildcard()
                    && host.labels().size() == shown.labels().size() + 1
                    && host.isWithin(shown.labels());
            boolean hostless = name instanceof Uri uri && uri.bare();
            return starred || hostless || covers(name);
        }

        private boolean isAt(List<String> base, List<String> host) {
            boolean within =
                    host.size() > base.size() && host.subList(0, base.size()).equals(base);
            return beneath ? within : host.equals(base);
        }

        private boolean isInBlock(List<Integer> base, List<Integer> octets) {
            if (base.size() != octets.size()) {
                return false;
            }
            for (int bit = 0; bit < depth; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((base.get(bit / 8) & mask) != (octets.get(bit / 8) & mask)) {
                    return false;
                }
            }
            return true;
        }

        GeneralName base(Random random) {
            String dot = beneath ? "." : "";
            return switch (like) {
                case Host host -> new GeneralName(GeneralName.dNSName, host.text(random));
                case Mailbox box ->
                    new GeneralName(
                            GeneralName.rfc822Name,
                            one
                                    ? box.local() + "@" + box.host().text(random)
                                    : dot + box.host().text(random));
                case Uri uri ->
                    new GeneralName(
                            GeneralName.uniformResourceIdentifier,
                            dot + uri.host().text(random));
                case Address address -> new GeneralName(GeneralName.iPAddress, new DEROctetString(block(address)));
                case Directory directory -> directory.shown(random);
            };
        }

        private byte[] block(Address address) {
            List<Integer> both = new ArrayList<>(address.octets());
            for (int octet = 0; octet < address.octets().size(); octet++) {
                int ones = Math.clamp(depth - 8L * octet, 0, 8);
                both.add(0xff & (0xff00 >> ones));
            }
            return Address.bytes(both);
        }
    }

    Name any() {
        return switch (random.nextInt(5)) {
            case 0 -> new Host(host(1 + random.nextInt(4)).labels(), random.nextInt(4) == 0);
            case 1 -> mailbox();
            case 2 -> new Uri(host(1 + random.nextInt(4)), random.nextInt(10) == 0);
            case 3 -> address();
            default -> directory();
        };
    }

    Mailbox mailbox() {
        return new Mailbox(random.nextBoolean() ? "me" : "Me", host(1 + random.nextInt(3)));
    }

    Directory directory() {
        List<String> parts = new ArrayList<>(List.of(random.nextInt(5) == 0 ? "C=ne" : "C=ml"));
        for (String type : List.of("O", "OU")) {
            if (random.nextInt(4) != 0) {
                parts.add(type + (random.nextInt(3) == 0 ? "=other one" : type.equals("O") ? "=mali" : "=ca 1"));
            }
        }
        return new Directory(parts);
    }

    Subtree subtree() {
        return switch (random.nextInt(5)) {
            case 0 -> new Subtree(host(1 + random.nextInt(3)), 0, false, false);
            case 1 -> {
                boolean one = random.nextInt(3) == 0;
                yield new Subtree(mailbox(), 0, !one && random.nextBoolean(), one);
            }
            case 2 -> new Subtree(new Uri(host(1 + random.nextInt(3)), false), 0, random.nextBoolean(), false);
            case 3 -> {
                Address address = address();
                yield new Subtree(address, random.nextInt(address.octets().size() * 8 + 1), false, false);
            }
            default -> {
                Directory directory = directory();
                int size = random.nextInt(directory.parts().size() + 1);
                yield new Subtree(new Directory(directory.parts().subList(0, size)), 0, false, false);
            }
        };
    }

    private Host host(int labels) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < labels; i++) {
            List<String> from = i < DOMAINS.size() && random.nextInt(4) != 0 ? List.of(DOMAINS.get(i)) : LABELS;
            parts.add(from.get(random.nextInt(from.size())));
        }
        return new Host(List.copyOf(parts), false);
    }

    private Address address() {
        int size = random.nextBoolean() ? 4 : 16;
        return new Address(random.ints(size, 0, 3)
                .map(part -> part == 0 ? 10 : part == 1 ? 11 : 138)
                .boxed()
                .collect(Collectors.toList()));
    }
}
