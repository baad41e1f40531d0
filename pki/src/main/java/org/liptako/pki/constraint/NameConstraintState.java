package org.liptako.pki.constraint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.encoding.DirectoryName;

/**
 * The permitted and excluded subtrees of a path, from the anchor down to where it stands (RFC 5280 section 6.1.2 b, c).
 *
 * <p>A form that is constrained and that nobody here can process lets no name of that form pass. For one path only; not
 * thread-safe.
 */
public final class NameConstraintState {
    /** Names times subtrees that are compared at most: some milliseconds. */
    private static final int MOST_COMPARISONS = 200_000;

    private final Map<NameForm, FormConstraints<?>> forms = new EnumMap<>(NameForm.class);
    private final Set<NameForm> unprocessed = EnumSet.noneOf(NameForm.class);
    private int comparisons;

    public NameConstraintState() {
        forms.put(
                NameForm.DNS,
                new FormConstraints<>(value -> DnsPattern.parse(text(value)), value -> DnsSubtree.parse(text(value))));
        forms.put(
                NameForm.MAILBOX,
                new FormConstraints<>(value -> Mailbox.parse(text(value)), value -> MailSubtree.parse(text(value))));
        forms.put(
                NameForm.URI,
                new FormConstraints<>(value -> UriHost.parse(text(value)), value -> UriSubtree.parse(text(value))));
        forms.put(
                NameForm.IP_ADDRESS,
                new FormConstraints<>(
                        value -> IpSubtree.parseAddress(octets(value)), value -> IpSubtree.parse(octets(value))));
        forms.put(
                NameForm.DIRECTORY,
                new FormConstraints<>(NameConstraintState::directory, value -> new DirectorySubtree(directory(value))));
    }

    /**
     * Adds what one CA says.
     *
     * @throws MalformedConstraintException if it is not as section 4.2.1.10 demands
     */
    public void add(NameConstraints constraints) throws MalformedConstraintException {
        GeneralSubtree @Nullable [] permitted = constraints.getPermittedSubtrees();
        GeneralSubtree @Nullable [] excluded = constraints.getExcludedSubtrees();
        if ((permitted == null && excluded == null) || isEmpty(permitted) || isEmpty(excluded)) {
            throw new MalformedConstraintException("constraints that constrain nothing");
        }
        for (Map.Entry<NameForm, List<ASN1Encodable>> form : byForm(permitted).entrySet()) {
            @Nullable FormConstraints<?> known = forms.get(form.getKey());
            if (known != null) {
                known.permit(form.getValue());
            }
        }
        for (Map.Entry<NameForm, List<ASN1Encodable>> form : byForm(excluded).entrySet()) {
            @Nullable FormConstraints<?> known = forms.get(form.getKey());
            if (known != null) {
                known.exclude(form.getValue());
            }
        }
    }

    /** Why the names of a certificate are not allowed, or empty if they are. */
    public Optional<String> violation(CertificateNames names) {
        if (names.hasSubject() && !isAllowed(NameForm.DIRECTORY, names.subjectName())) {
            return Optional.of("subject");
        }
        for (ASN1Encodable mailbox : names.subjectMailboxes()) {
            if (!isAllowed(NameForm.MAILBOX, mailbox)) {
                return Optional.of("e-mail address in the subject");
            }
        }
        for (GeneralName name : names.alternativeNames()) {
            NameForm form = NameForm.ofTag(name.getTagNo());
            if (!isAllowed(form, name.getName()) || isMailInDisguise(name)) {
                return Optional.of("alternative name of the form " + form);
            }
        }
        return Optional.empty();
    }

    /** Whether more has been compared than a validator has time for. */
    public boolean isExhausted() {
        return comparisons > MOST_COMPARISONS;
    }

    private boolean isAllowed(NameForm form, ASN1Encodable value) {
        @Nullable FormConstraints<?> constraints = forms.get(form);
        if (constraints == null || unprocessed.contains(form)) {
            return !unprocessed.contains(form);
        }
        comparisons += constraints.size();
        try {
            return !isExhausted() && constraints.allows(value);
        } catch (MalformedConstraintException | RuntimeException e) {
            return false;
        }
    }

    /** A mailbox in Unicode is an other-name, and bound by the constraints on mailboxes (RFC 9598 section 6). */
    private boolean isMailInDisguise(GeneralName name) {
        @Nullable FormConstraints<?> mailboxes = forms.get(NameForm.MAILBOX);
        return name.getTagNo() == GeneralName.otherName
                && mailboxes != null
                && mailboxes.size() > 0
                && CertificateNames.isUnicodeMailbox(name);
    }

    private Map<NameForm, List<ASN1Encodable>> byForm(GeneralSubtree @Nullable [] subtrees)
            throws MalformedConstraintException {
        Map<NameForm, List<ASN1Encodable>> sorted = new EnumMap<>(NameForm.class);
        for (GeneralSubtree subtree : subtrees == null ? new GeneralSubtree[0] : subtrees) {
            if (subtree.getMinimum().signum() != 0 || subtree.getMaximum() != null) {
                throw new MalformedConstraintException("a subtree with a minimum or a maximum");
            }
            NameForm form = NameForm.ofTag(subtree.getBase().getTagNo());
            if (!forms.containsKey(form)) {
                unprocessed.add(form);
            }
            sorted.computeIfAbsent(form, any -> new ArrayList<>())
                    .add(subtree.getBase().getName());
        }
        return sorted;
    }

    private static boolean isEmpty(GeneralSubtree @Nullable [] subtrees) {
        return subtrees != null && subtrees.length == 0;
    }

    /** Mailboxes in a subject are sometimes in another string type than the one they ought to have. */
    private static String text(ASN1Encodable value) throws MalformedConstraintException {
        if (value instanceof ASN1String string) {
            return string.getString();
        }
        throw new MalformedConstraintException("a name that is no text");
    }

    private static byte[] octets(ASN1Encodable value) {
        return ASN1OctetString.getInstance(value).getOctets();
    }

    private static DirectoryName directory(ASN1Encodable value) {
        return DirectoryName.of(X500Name.getInstance(value));
    }
}
