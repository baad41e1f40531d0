package org.liptako.node.exchange.bucket;

import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The objects of a bucket that are sent in parts: what has come of one stays until it is completed or removed. Thread-safe. */
public record BucketUploads(BucketClient bucket) {
    /** Begins an object that is sent in parts. */
    public Upload begin(String key) throws IOException {
        return new Upload(
                key,
                bucket.ask(client -> client.createMultipartUpload(request -> request.bucket(bucket.bucket())
                                .key(bucket.name(key))
                                .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                        .uploadId()));
    }

    /** Sends one part; it is there when this returns. */
    public void putPart(Upload upload, int number, Content content) throws IOException {
        String sha256 = content.sha256();
        bucket.ask(client -> bucket.kept(
                upload.key(),
                sha256,
                client.uploadPart(
                                request -> request.bucket(bucket.bucket())
                                        .key(bucket.name(upload.key()))
                                        .uploadId(upload.id())
                                        .partNumber(number)
                                        .checksumSHA256(sha256),
                                content.body())
                        .checksumSHA256()));
    }

    /** The parts of an upload that are there, by number. */
    public List<UploadedPart> parts(Upload upload) throws IOException {
        return bucket.ask(client -> client
                .listPartsPaginator(request -> request.bucket(bucket.bucket())
                        .key(bucket.name(upload.key()))
                        .uploadId(upload.id()))
                .parts()
                .stream()
                .map(part -> new UploadedPart(
                        part.partNumber(),
                        part.size(),
                        part.eTag(),
                        part.checksumSHA256() == null ? "" : part.checksumSHA256()))
                .toList());
    }

    /** Makes one object of all parts of an upload. */
    public void complete(Upload upload, List<UploadedPart> parts) throws IOException {
        List<CompletedPart> named = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.number())
                        .eTag(part.tag())
                        .checksumSHA256(part.sha256().isEmpty() ? null : part.sha256())
                        .build())
                .toList();
        bucket.ask(client -> client.completeMultipartUpload(request -> request.bucket(bucket.bucket())
                .key(bucket.name(upload.key()))
                .uploadId(upload.id())
                .multipartUpload(all -> all.parts(named))));
    }

    /** Removes an upload and its parts; none is as good. */
    public void abort(Upload upload) throws IOException {
        bucket.find(client -> client.abortMultipartUpload(request ->
                request.bucket(bucket.bucket()).key(bucket.name(upload.key())).uploadId(upload.id())));
    }

    /** The unfinished uploads below a prefix. */
    public List<Upload> below(String prefix) throws IOException {
        return bucket.ask(client -> client
                .listMultipartUploadsPaginator(
                        request -> request.bucket(bucket.bucket()).prefix(bucket.name(prefix)))
                .uploads()
                .stream()
                .map(upload -> new Upload(bucket.key(upload.key()), upload.uploadId()))
                .toList());
    }
}
