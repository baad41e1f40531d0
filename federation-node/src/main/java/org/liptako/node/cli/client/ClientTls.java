package org.liptako.node.cli.client;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslX509KeyManagerFactory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Reason;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.TokenKey;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Zone;
import org.liptako.pki.validation.ChainValidator;

/** The client's side of mutual TLS: TLS 1.3 only, the federation's own validator, the caller's own chain. */
final class ClientTls {
    private ClientTls() {}

    static SslContext context(NodeTarget target, ClientCredentials credentials) {
        var builder = GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.OPENSSL)
                .protocols("TLSv1.3")
                .trustManager(
                        new NodeTrust(validator(target, credentials.root()), target.serverNames(), Clock.systemUTC()));
        var caller = credentials.caller();
        try {
            if (caller != null && caller.key() instanceof TokenKey token) {
                builder.keyManager(OpenSslX509KeyManagerFactory.newKeyless(
                                caller.chain().toArray(X509Certificate[]::new)))
                        .option(OpenSslContextOption.PRIVATE_KEY_METHOD, new TokenHandshake(token));
            } else if (caller != null) {
                builder.keyManager(caller.key(), caller.chain().toArray(X509Certificate[]::new));
            }
            return builder.build();
        } catch (IllegalArgumentException | GeneralSecurityException | IOException unusable) {
            throw CommandFailure.badInput(
                    "ce certificat ne peut servir à appeler un nœud (" + unusable.getMessage() + ").",
                    "this certificate is not fit to call a node with (" + unusable.getMessage() + ").");
        }
    }

    private static ChainValidator validator(NodeTarget target, Path root) {
        try {
            return new ChainValidator(zone(target), CertificateFiles.read(readable(root)));
        } catch (IssuingException | IllegalArgumentException unusable) {
            throw CommandFailure.badInput(
                    "--root " + root + " : attendu la racine de la fédération en PEM ("
                            + Reason.of(unusable).fr() + ")",
                    "--root " + root + ": expected the federation's root in PEM ("
                            + Reason.of(unusable).en() + ")");
        }
    }

    private static Zone zone(NodeTarget target) {
        try {
            return target.zone();
        } catch (MalformedNameException noNode) {
            throw CommandFailure.badInput(
                    "« " + target.serverName() + " » n'est pas le nom d'un nœud : donnez --server-name, par exemple"
                            + " node-1.ml-bko-1.ml.aes.internal.",
                    "\"" + target.serverName() + "\" is no node's name: give --server-name, such as"
                            + " node-1.ml-bko-1.ml.aes.internal.");
        }
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw CommandFailure.badInput(
                    "--root : le fichier " + file + " ne peut pas être lu ; vérifiez le chemin et les droits.",
                    "--root: the file " + file + " cannot be read; check the path and the permissions.");
        }
        return file;
    }
}
