package org.liptako.pki.quorum;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cms.SignerInformation;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.ChainJudge;

/**
 * Counts the distinct people who signed a content.
 *
 * <p>Each signature is judged as of the time it was made, by the judge given here. The order of signatures and of
 * certificates changes nothing. Fails closed; never throws on account of what it reads. Immutable and thread-safe.
 */
public final class QuorumVerifier {
    private final ChainJudge judge;
    private final RevocationLists lists;

    /**
     * A verifier.
     *
     * @param judge judges each signer's chain as of the time of signing
     * @param lists whoever one of them shows revoked at the time of signing does not count, even where the judge
     *     was given no lists because none of that time are left
     */
    public QuorumVerifier(ChainJudge judge, RevocationLists lists) {
        this.judge = judge;
        this.lists = lists;
    }

    /**
     * Whether enough people signed.
     *
     * @param content what they must have signed
     * @param signatures CMS SignedData, detached, DER, at most 256 KiB
     */
    public QuorumOutcome verify(byte[] content, byte[] signatures, QuorumRule rule, SigningPeriod period) {
        SignedDataReader.Signatures read;
        try {
            read = SignedDataReader.read(content, signatures);
        } catch (UnreadableException e) {
            return e.outcome();
        }
        SignatureCheck check = new SignatureCheck(judge, new KnownRevocations(lists), rule, period);
        List<SignatureVerdict.Counted> good = new ArrayList<>();
        List<SignatureVerdict.Discounted> discounted = new ArrayList<>();
        for (SignerInformation signer : read.signers()) {
            switch (check.judge(signer, read.bag(), content)) {
                case SignatureVerdict.Counted counted -> good.add(counted);
                case SignatureVerdict.Discounted fault -> discounted.add(fault);
            }
        }
        DistinctPeople distinct = DistinctPeople.among(good);
        discounted.addAll(distinct.repeats());
        return distinct.suffice(rule)
                ? new QuorumOutcome.Reached(distinct.people(), discounted)
                : new QuorumOutcome.NotReached(rule, distinct.people(), discounted);
    }
}
