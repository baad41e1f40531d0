package org.liptako.pki.encoding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A directory name in the form in which RFC 5280 section 7.1 compares it: case, width and spaces folded, whatever
 * string type carried it, and without what cannot be seen (RFC 4518); the order of relative names kept.
 *
 * <p>Bouncy Castle's own comparison takes relative names in any order, by which two CAs could pass for each other.
 *
 * @param relativeNames one string each, from the country down; not meant for people
 */
public record DirectoryName(List<String> relativeNames) {
    /** What folding changes the case of, and nothing else: nearly every name there is. */
    private static final Pattern PLAIN = Pattern.compile("[!-~]+(?: [!-~]+)*+");

    private static final Pattern SPACES = Pattern.compile("[\\t-\\r\\x{85}\\p{Z}]+");
    /** What RFC 4518 section 2.2 maps to nothing: hyphens that show only at a line's end, joiners, selectors, controls. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\x{34F}\\x{1806}\\x{180B}-\\x{180D}\\x{FE00}-\\x{FE0F}\\x{FFFC}]+");

    public DirectoryName {
        relativeNames = List.copyOf(relativeNames);
    }

    public static DirectoryName of(X500Name name) {
        List<String> relativeNames = new ArrayList<>();
        for (RDN rdn : name.getRDNs()) {
            relativeNames.add(folded(rdn));
        }
        return new DirectoryName(relativeNames);
    }

    public boolean isEmpty() {
        return relativeNames.isEmpty();
    }

    /** Whether this is {@code subtree} or lies beneath it (RFC 5280 section 4.2.1.10). */
    public boolean isWithin(DirectoryName subtree) {
        int length = subtree.relativeNames.size();
        return relativeNames.size() >= length
                && relativeNames.subList(0, length).equals(subtree.relativeNames);
    }

    /** A name of which {@code rdn} is the last part (RFC 5280 section 4.2.1.13, nameRelativeToCRLIssuer). */
    public DirectoryName with(RDN rdn) {
        List<String> longer = new ArrayList<>(relativeNames);
        longer.add(folded(rdn));
        return new DirectoryName(longer);
    }

    /** The attributes of one relative name are a set: their order says nothing. */
    private static String folded(RDN rdn) {
        List<String> attributes = new ArrayList<>();
        for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
            attributes.add(attribute.getType().getId() + '=' + folded(attribute.getValue()));
        }
        attributes.sort(null);
        return String.join("\u0000", attributes);
    }

    private static String folded(ASN1Encodable value) {
        if (value instanceof ASN1String text) {
            if (PLAIN.matcher(text.getString()).matches()) {
                return text.getString().toLowerCase(Locale.ROOT);
            }
            String spaced = SPACES.matcher(text.getString()).replaceAll(" ");
            String seen = UNSEEN.matcher(spaced).replaceAll("");
            String wide = Normalizer.normalize(seen, Normalizer.Form.NFKC);
            String lower = wide.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            return SPACES.matcher(lower).replaceAll(" ").strip();
        }
        try {
            return '#' + HexFormat.of().formatHex(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException("A value that was parsed can be encoded.", e);
        }
    }
}
