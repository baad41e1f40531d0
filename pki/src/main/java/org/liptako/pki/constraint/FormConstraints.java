package org.liptako.pki.constraint;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;

/**
 * What the CAs of a path have said so far of one form of name.
 *
 * <p>A name must lie within some permitted subtree of every CA that has any, and within no excluded one. For one path
 * only; not thread-safe.
 */
final class FormConstraints<N> {
    private final NameParser<N> names;
    private final NameParser<? extends Subtree<N>> subtrees;
    private final List<List<Subtree<N>>> permitted = new ArrayList<>();
    private final List<Subtree<N>> excluded = new ArrayList<>();
    private int size;

    FormConstraints(NameParser<N> names, NameParser<? extends Subtree<N>> subtrees) {
        this.names = names;
        this.subtrees = subtrees;
    }

    void permit(List<ASN1Encodable> bases) throws MalformedConstraintException {
        List<Subtree<N>> parsed = parsed(bases);
        if (!parsed.isEmpty()) {
            permitted.add(parsed);
        }
    }

    void exclude(List<ASN1Encodable> bases) throws MalformedConstraintException {
        excluded.addAll(parsed(bases));
    }

    /** How many comparisons a name may take. */
    int size() {
        return size;
    }

    boolean allows(ASN1Encodable value) throws MalformedConstraintException {
        if (size == 0) {
            return true;
        }
        N name = names.parse(value);
        for (List<Subtree<N>> ofOneCa : permitted) {
            if (ofOneCa.stream().noneMatch(subtree -> subtree.covers(name))) {
                return false;
            }
        }
        return excluded.stream().noneMatch(subtree -> subtree.touches(name));
    }

    private List<Subtree<N>> parsed(List<ASN1Encodable> bases) throws MalformedConstraintException {
        List<Subtree<N>> parsed = new ArrayList<>();
        for (ASN1Encodable base : bases) {
            parsed.add(subtrees.parse(base));
        }
        size += parsed.size();
        return parsed;
    }

    /** From the content of a general name to what is compared. */
    interface NameParser<T> {
        T parse(ASN1Encodable value) throws MalformedConstraintException;
    }
}
