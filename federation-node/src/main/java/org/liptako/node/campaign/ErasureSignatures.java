package org.liptako.node.campaign;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.ExternalCopyErased;

/** Which entries of a home State's journal hold what people have signed on the end of a copy abroad. Thread-safe. */
@Singleton
public final class ErasureSignatures {
    private final Jdbi jdbi;
    private final CampaignStore store = new CampaignStore();

    public ErasureSignatures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Their indices, in order: of those on the very document by which the copy is erased. */
    public List<Long> entries(ExternalCopyErased erased) {
        CampaignKey key = new CampaignKey(erased.campaign(), erased.dataset(), erased.site());
        return jdbi.withHandle(handle -> store.signatures(handle, key)).stream()
                .filter(signature -> signature.document().equals(erased.document()))
                .map(ErasureSignature::journalIndex)
                .toList();
    }
}
