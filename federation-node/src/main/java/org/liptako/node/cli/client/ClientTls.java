package org.liptako.node.cli.client;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.liptako.node.cli.CommandFailure;

/** The client's side of mutual TLS: TLS 1.3 only, one root, the caller's own chain. */
final class ClientTls {
    private ClientTls() {}

    static SslContext context(ClientCredentials credentials) {
        requireReadable("--cert", credentials.certificate());
        requireReadable("--key", credentials.key());
        requireReadable("--root", credentials.root());
        try {
            return GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                    .protocols("TLSv1.3")
                    .keyManager(
                            credentials.certificate().toFile(),
                            credentials.key().toFile())
                    .trustManager(credentials.root().toFile())
                    .build();
        } catch (IllegalArgumentException | SSLException unusable) {
            var because = unusable.getMessage();
            throw CommandFailure.badInput(
                    "les fichiers de --cert, --key et --root ne vont pas : attendu des PEM, une chaîne, sa clé PKCS#8 et"
                            + " la racine (" + because + ").",
                    "the files of --cert, --key and --root will not do: expected PEM, a chain, its PKCS#8 key and the root ("
                            + because + ").");
        }
    }

    private static void requireReadable(String option, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw CommandFailure.badInput(
                    option + " : le fichier " + file + " ne peut pas être lu ; vérifiez le chemin et les droits.",
                    option + ": the file " + file + " cannot be read; check the path and the permissions.");
        }
    }
}
