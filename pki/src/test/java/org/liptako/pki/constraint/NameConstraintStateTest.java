package org.liptako.pki.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each form of name against each form of constraint (RFC 5280 section 4.2.1.10). */
class NameConstraintStateTest {
    private static final X500Name NOBODY = new X500Name("");

    @ParameterizedTest(name = "{0} {1} within {2}: {3}")
    @CsvSource({
        "DNS, example.com, example.com, true",
        "DNS, a.EXAMPLE.com, Example.com, true",
        "DNS, a.b.example.com, example.com, true",
        "DNS, notexample.com, example.com, false",
        "DNS, example.com.evil.org, example.com, false",
        "DNS, *.example.com, example.com, true",
        "DNS, *.example.com, a.example.com, false",
        "DNS, .example.com, example.com, false",
        "DNS, example.com., example.com, false",
        "DNS, a..example.com, example.com, false",
        "DNS, a%2eexample.com, example.com, false",
        "DNS, anything.org, '', true",
        "MAIL, me@example.com, example.com, true",
        "MAIL, me@EXAMPLE.com, example.com, true",
        "MAIL, me@a.example.com, example.com, false",
        "MAIL, me@a.example.com, .example.com, true",
        "MAIL, me@example.com, .example.com, false",
        "MAIL, me@example.com, me@example.com, true",
        "MAIL, Me@example.com, me@example.com, false",
        "MAIL, you@example.com, me@example.com, false",
        "MAIL, a@b@example.com, example.com, false",
        "MAIL, example.com, example.com, false",
        "URI, http://host.example.com/x, host.example.com, true",
        "URI, http://HOST.example.com:80/, host.example.com, true",
        "URI, http://me@host.example.com, .example.com, true",
        "URI, http://example.com/, .example.com, false",
        "URI, http://a.host.example.com/, host.example.com, false",
        "URI, http://evil.org/@host.example.com, host.example.com, false",
        "URI, http://host.example.com%2eevil.org/, host.example.com, false",
        "URI, http://192.0.2.1/, host.example.com, false",
        "URI, urn:example:x, host.example.com, false",
        "URI, 'http://evil.org\\@host.example.com/', host.example.com, false",
        "IP, c0000201, c0000200ffffff00, true",
        "IP, c0000301, c0000200ffffff00, false",
        "IP, 20010db8000000000000000000000001, 20010db8000000000000000000000000ffffffff000000000000000000000000, true",
        "IP, 20010db9000000000000000000000001, 20010db8000000000000000000000000ffffffff000000000000000000000000, false",
        "IP, 20010db8000000000000000000000001, 0000000000000000, false",
        "IP, c000020100, c0000200ffffff00, false",
        "DIR, 'C=ML,O=Mali,CN=x', 'C=ML,O=Mali', true",
        "DIR, 'C=ml,O=MALI ', 'C=ML,O=Mali', true",
        "DIR, 'O=Mali,C=ML', 'C=ML,O=Mali', false",
        "DIR, 'C=ML', 'C=ML,O=Mali', false",
    })
    void permits(String form, String name, String subtree, boolean within) throws MalformedConstraintException {
        NameConstraintState state = new NameConstraintState();
        state.add(new NameConstraints(trees(form, subtree), null));

        assertThat(state.violation(names(form, name)).isEmpty()).isEqualTo(within);
    }

    @ParameterizedTest(name = "{0} {1} outside {2}: {3}")
    @CsvSource({
        "DNS, a.example.com, example.com, false",
        "DNS, example.org, example.com, true",
        "DNS, *.example.com, a.example.com, false",
        "DNS, *.example.com, a.b.example.com, true",
        "DNS, A.EXAMPLE.COM, example.com, false",
        "DNS, a.example.com., example.com, false",
        "DNS, anything.org, '', false",
        "MAIL, me@example.com, example.com, false",
        "MAIL, me@example.org, example.com, true",
        "URI, http://host.example.com/, host.example.com, false",
        "URI, http://example.org/, host.example.com, true",
        "URI, nothing, host.example.com, false",
        "IP, c0000201, c0000200ffffff00, false",
        "IP, c0000301, c0000200ffffff00, true",
        "DIR, 'C=ML,O=Mali', 'C=ML', false",
        "DIR, 'C=NE,O=Niger', 'C=ML', true",
    })
    void excludes(String form, String name, String subtree, boolean outside) throws MalformedConstraintException {
        NameConstraintState state = new NameConstraintState();
        state.add(new NameConstraints(null, trees(form, subtree)));

        assertThat(state.violation(names(form, name)).isEmpty()).isEqualTo(outside);
    }

    @ParameterizedTest
    @CsvSource({
        "DNS, .example.com",
        "DNS, *.example.com",
        "DNS, example.com.",
        "MAIL, a@b@example.com",
        "MAIL, ''",
        "URI, ''",
        "URI, http://example.com",
        "IP, c0000200",
        "IP, c0000200ff00ff00",
    })
    void refusesAConstraintThatIsNotWellFormed(String form, String subtree) {
        assertThatThrownBy(() -> new NameConstraintState().add(new NameConstraints(trees(form, subtree), null)))
                .isInstanceOf(MalformedConstraintException.class);
    }

    @Test
    void everyCaNarrowsWhatIsPermitted() throws MalformedConstraintException {
        NameConstraintState state = new NameConstraintState();
        state.add(new NameConstraints(trees("DNS", "example.com"), null));
        state.add(new NameConstraints(trees("DNS", "a.example.com"), null));

        assertThat(state.violation(names("DNS", "b.example.com"))).isPresent();
        assertThat(state.violation(names("DNS", "x.a.example.com"))).isEmpty();
    }

    @Test
    void formsThatNobodySpeaksOfAreFree() throws MalformedConstraintException {
        NameConstraintState state = new NameConstraintState();
        state.add(new NameConstraints(trees("DNS", "example.com"), null));

        assertThat(state.violation(names("IP", "c0000201"))).isEmpty();
        assertThat(state.violation(names("URI", "urn:anything"))).isEmpty();
    }

    @Test
    void aConstrainedFormThatCannotBeProcessedLetsNoNamePass() throws MalformedConstraintException {
        GeneralName registered = new GeneralName(GeneralName.registeredID, "1.2.3.4");
        GeneralName other = new GeneralName(
                GeneralName.otherName, new OtherName(new ASN1ObjectIdentifier("1.2.3.4"), new DERUTF8String("x")));
        NameConstraintState state = new NameConstraintState();
        state.add(new NameConstraints(
                new GeneralSubtree[] {new GeneralSubtree(registered)},
                new GeneralSubtree[] {new GeneralSubtree(other)}));

        assertThat(state.violation(new CertificateNames(NOBODY, List.of(registered))))
                .isPresent();
        assertThat(state.violation(new CertificateNames(NOBODY, List.of(other))))
                .isPresent();
        assertThat(state.violation(names("DNS", "example.com"))).isEmpty();
    }

    @Test
    void aMailboxInTheSubjectIsBoundToo() throws MalformedConstraintException {
        NameConstraintState state = new NameConstraintState();
        state.add(new NameConstraints(trees("MAIL", "example.com"), null));

        assertThat(state.violation(new CertificateNames(new X500Name("CN=x,E=me@example.com"), List.of())))
                .isEmpty();
        assertThat(state.violation(new CertificateNames(new X500Name("CN=x,E=me@example.org"), List.of())))
                .isPresent();
    }

    @Test
    void aMailboxInUnicodeIsAMailbox() throws MalformedConstraintException {
        GeneralName unicode = new GeneralName(
                GeneralName.otherName,
                new OtherName(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9"), new DERUTF8String("é@example.org")));
        NameConstraintState state = new NameConstraintState();
        state.add(new NameConstraints(trees("MAIL", "example.com"), null));

        assertThat(state.violation(new CertificateNames(NOBODY, List.of(unicode))))
                .isPresent();
    }

    @Test
    void comparesOnlySoMuch() throws MalformedConstraintException {
        GeneralSubtree[] many = new GeneralSubtree[2000];
        for (int i = 0; i < many.length; i++) {
            many[i] = trees("DNS", "x" + i + ".org")[0];
        }
        NameConstraintState state = new NameConstraintState();
        state.add(new NameConstraints(null, many));
        List<GeneralName> names = Collections.nCopies(2000, name("DNS", "example.com"));

        assertThat(state.violation(new CertificateNames(NOBODY, names))).isPresent();
        assertThat(state.isExhausted()).isTrue();
    }

    private static CertificateNames names(String form, String name) {
        return new CertificateNames(NOBODY, List.of(name(form, name)));
    }

    private static GeneralSubtree[] trees(String form, String base) {
        return new GeneralSubtree[] {new GeneralSubtree(name(form, base))};
    }

    private static GeneralName name(String form, String text) {
        return switch (form) {
            case "DNS" -> new GeneralName(GeneralName.dNSName, new DERIA5String(text));
            case "MAIL" -> new GeneralName(GeneralName.rfc822Name, new DERIA5String(text));
            case "URI" -> new GeneralName(GeneralName.uniformResourceIdentifier, new DERIA5String(text));
            case "IP" -> new GeneralName(GeneralName.iPAddress, new DEROctetString(Hex.decode(text)));
            default -> new GeneralName(new X500Name(text));
        };
    }
}
