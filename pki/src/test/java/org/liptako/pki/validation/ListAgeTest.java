package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;

/** Complete lists that are out of date or out of fashion, and what delta lists make of them. */
class ListAgeTest {
    private static final Optional<RejectionReason> SILENT = Optional.of(RejectionReason.REVOCATION_UNKNOWN);
    private static final Optional<RejectionReason> REVOKED = Optional.of(RejectionReason.REVOKED);

    private final Credential root = Common.ca("CN=root").selfSigned();
    private final Credential ca = Common.ca("CN=ca").issuedBy(root);
    private final Credential leaf = Common.leaf("CN=leaf").issuedBy(ca);

    private Optional<RejectionReason> by(ListDraft... ofCa) {
        return Common.about(leaf, ca)
                .under(root)
                .by(ListDraft.of(root))
                .by(ofCa)
                .refusal();
    }

    private ListDraft stale() {
        return ListDraft.of(ca).between(Region.NOW.minusSeconds(90), Region.NOW.minusSeconds(60));
    }

    private ListDraft delta() {
        return ListDraft.of(ca).number(12).deltaOn(10);
    }

    /** RFC 5280 section 5.2.4: the list made of both has the times of the delta. */
    @Test
    void aCurrentDeltaListMakesAStaleCompleteOneCurrent() {
        assertThat(by(stale())).isEqualTo(SILENT);
        assertThat(by(stale(), delta())).isEmpty();
        assertThat(by(stale(), delta().revoking(leaf, 1))).isEqualTo(REVOKED);
        assertThat(by(stale().revoking(leaf, 1), delta())).isEqualTo(REVOKED);
    }

    @Test
    void noOtherDeltaListDoes() {
        assertThat(by(stale(), delta().deltaOn(11))).isEqualTo(SILENT);
        assertThat(by(stale(), delta().number(10))).isEqualTo(SILENT);
        assertThat(by(stale(), delta().signedBy(root))).isEqualTo(SILENT);
        assertThat(by(stale(), delta().scope(null, true, false, false))).isEqualTo(SILENT);
        assertThat(by(stale(), delta().between(Region.NOW.minusSeconds(50), Region.NOW.minusSeconds(40))))
                .isEqualTo(SILENT);
        assertThat(by(stale().signedBy(root), delta())).isEqualTo(SILENT);
    }

    /** RFC 5280 section 5: applications are required to process complete lists of both versions. */
    @Test
    void aListOfTheFirstVersionSpeaksToo() {
        assertThat(by(ListDraft.of(ca).plain())).isEmpty();
        assertThat(by(ListDraft.of(ca).revoking(leaf, 1).plain())).isEqualTo(REVOKED);
        assertThat(by(stale().plain(), delta())).isEqualTo(SILENT);
        assertThat(by(ListDraft.of(ca).plain(), delta().revoking(leaf, 1))).isEmpty();
    }

    @Test
    void whoeverIsOnOneOfTwoListsThatAreAsNewIsRevokedInEitherOrder() {
        ListDraft listing = ListDraft.of(ca).revoking(leaf, 6);
        ListDraft silent = ListDraft.of(ca);
        ListDraft ofUsers = ListDraft.of(ca).scope(null, true, false, false);

        assertThat(by(listing, silent)).isEqualTo(REVOKED);
        assertThat(by(silent, listing)).isEqualTo(REVOKED);
        assertThat(by(ofUsers, listing)).isEqualTo(REVOKED);
        assertThat(by(listing, ofUsers)).isEqualTo(REVOKED);
        assertThat(by(listing, ListDraft.of(ca).number(11))).isEmpty();
    }
}
