package org.liptako.node.exchange.publication;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.exchange.bucket.BucketConnection;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.cipher.KeyToken;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.pki.signature.StatementSigner;

/** Puts the room together. */
@Factory
public final class PublicationFactory {
    @Singleton
    public DatasetKeys keys(ExchangeConfig config) {
        return new DatasetKeys(
                config.keysDir(), Optional.ofNullable(config.keyToken()).map(KeyToken::new));
    }

    @Singleton
    public PublishedVersions published(ExchangeConfig config, DatasetKeys keys) throws IOException {
        return new PublishedVersions(config.storeDir().resolve("published"), keys, objects(config));
    }

    private static Optional<PublishedObjects> objects(ExchangeConfig config) throws IOException {
        BucketConfig bucket = config.bucket();
        String prefix = bucket == null ? null : bucket.publishPrefix();
        return bucket == null || prefix == null
                ? Optional.empty()
                : Optional.of(new PublishedObjects(BucketConnection.open(bucket.at(prefix))));
    }

    @Singleton
    public Holdings holdings(PublishedVersions published, ReplicaStore store, DamagedCopies damaged) {
        return new Holdings(published, store, damaged);
    }

    @Singleton
    public PublishDesk desk(
            SiteRecord own,
            ExchangeConfig config,
            DatasetKeys keys,
            PublishedVersions versions,
            StatementSigner signer) {
        return new PublishDesk(own, config.publishDir(), keys, versions, signer);
    }
}
