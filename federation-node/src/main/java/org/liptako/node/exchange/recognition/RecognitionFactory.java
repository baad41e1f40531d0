package org.liptako.node.exchange.recognition;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.store.DirectoryReplicaStore;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.s3.S3ReplicaStore;

/** Opens the configured store, and lets nobody use it before it is recognised. */
@Factory
public final class RecognitionFactory {
    /** A disk may go at any time, and to look at it costs nothing. */
    private static final Duration EACH_TIME = Duration.ZERO;

    private static final Duration FOR_A_WHILE = Duration.ofSeconds(30);

    @Singleton
    RecognisedStore store(ExchangeConfig config, SiteRecord own) throws IOException {
        return recognised(open(config), config, own);
    }

    /** The store as it is, whatever lies in it. */
    public ReplicaStore open(ExchangeConfig config) throws IOException {
        BucketConfig bucket = config.bucket();
        if (bucket != null) {
            return S3ReplicaStore.open(bucket, config.storeDir().resolve("s3"));
        }
        // A sync waits for the disk and nothing else; the store itself bounds how many run.
        return new DirectoryReplicaStore(
                config.storeDir(), task -> Thread.ofPlatform().name("sync").start(task));
    }

    /** A store that is used only while it is this site's. */
    public RecognisedStore recognised(ReplicaStore store, ExchangeConfig config, SiteRecord own) {
        BucketConfig bucket = config.bucket();
        StoreRecognition.Terms terms = bucket == null
                ? new StoreRecognition.Terms(
                        config.storeDir().toAbsolutePath().toString(), EACH_TIME, config.replacedStore())
                : new StoreRecognition.Terms(
                        bucket.endpoint() + "/" + bucket.bucket() + "/" + bucket.prefix(),
                        FOR_A_WHILE,
                        config.replacedStore());
        return new RecognisedStore(store, new StoreRecognition(own, store, terms));
    }
}
