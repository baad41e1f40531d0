package org.liptako.pki.receipt;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.RevocationListIssuer;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.quorum.Alliance;
import org.liptako.pki.trust.PublishedList;

/** The revocation lists of an alliance's CAs, made at one time. */
record TrialLists(Alliance alliance, Instant at) {
    /** Of those CAs, complete and naming nobody; with a delta of the last one, a few minutes younger. */
    List<PublishedList> of(Credential... cas) {
        List<PublishedList> lists = new ArrayList<>();
        for (Credential ca : cas) {
            lists.add(published(ca, RevocationListProfile.full(1, List.of()), at));
        }
        Instant later = at.plus(Duration.ofMinutes(10));
        lists.add(published(cas[cas.length - 1], RevocationListProfile.delta(2, 1, List.of()), later));
        return lists;
    }

    /** Of every CA, complete; that one names those. */
    List<PublishedList> revoking(Credential revoker, Revocation... revocations) {
        List<Credential> cas = new ArrayList<>(List.of(alliance.root()));
        for (State state : State.values()) {
            cas.add(alliance.stateCa(state));
            for (Authority authority : Authority.values()) {
                cas.add(alliance.issuingCa(state, authority));
            }
        }
        return cas.stream()
                .map(ca -> published(
                        ca, RevocationListProfile.full(1, ca.equals(revoker) ? List.of(revocations) : List.of()), at))
                .toList();
    }

    static PublishedList published(Credential ca, RevocationListProfile profile, Instant at) {
        try {
            return new PublishedList(
                    new RevocationListIssuer(Clock.fixed(at, ZoneOffset.UTC))
                            .issue(profile, ca)
                            .getEncoded(),
                    ca.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
