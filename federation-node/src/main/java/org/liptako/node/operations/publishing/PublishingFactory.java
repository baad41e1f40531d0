package org.liptako.node.operations.publishing;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.config.ConfigException;
import org.liptako.node.config.JournalConfig;
import org.liptako.node.config.PublicationConfig;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketConnection;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.OwnCosignatures;

/** Puts the room together. */
@Factory
final class PublishingFactory {
    @Bean(preDestroy = "close")
    @Singleton
    JournalPublisher watch(
            JournalConfig config,
            Journal journal,
            JournalTree tree,
            Checkpoints checkpoints,
            OwnCosignatures cosignatures) {
        PublicationConfig where = config.publication();
        List<PublishedFiles> places = new ArrayList<>();
        List<BucketClient> buckets = new ArrayList<>();
        Path directory = where.directory();
        if (directory != null) {
            places.add(new PublishedDirectory(directory));
        }
        BucketConfig bucket = where.bucket();
        if (bucket != null) {
            BucketClient client = open(bucket);
            buckets.add(client);
            places.add(new PublishedBucket(client));
        }
        return new JournalPublisher(
                places.stream()
                        .map(files -> new JournalPublication(journal.state(), tree, checkpoints, cosignatures, files))
                        .toList(),
                buckets);
    }

    private static BucketClient open(BucketConfig bucket) {
        try {
            return BucketConnection.open(bucket);
        } catch (IOException e) {
            throw new ConfigException(
                    "la clé « liptako.exchange.s3.tls-roots » ne peut servir : " + e.getMessage(),
                    "the key liptako.exchange.s3.tls-roots cannot be used: " + e.getMessage());
        }
    }
}
