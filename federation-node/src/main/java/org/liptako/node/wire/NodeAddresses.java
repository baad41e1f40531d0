package org.liptako.node.wire;

import static java.util.Objects.requireNonNull;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.Status;
import io.grpc.StatusOr;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the processes of one node listen, as a target of gRPC: the first that answers is kept, and the others are tried as soon as it goes, before any call
 * that it had not taken fails.
 */
public final class NodeAddresses extends NameResolverProvider {
    private static final String SCHEME = "liptako-node";
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int PRIORITY = 5;

    static {
        NameResolverRegistry.getDefaultRegistry().register(new NodeAddresses());
    }

    private NodeAddresses() {}

    /** A host, by name or number, and a port. */
    public record Address(String host, int port) {}

    /** The target of a channel to whichever of these answers. */
    public static String target(List<Address> addresses) {
        String path = addresses.stream()
                .map(address -> address.host() + " " + address.port())
                .collect(Collectors.joining(",", "/", ""));
        try {
            return new URI(SCHEME, "", path, null, null).toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("These addresses are none that gRPC can be given: " + addresses, e);
        }
    }

    @Override
    protected boolean isAvailable() {
        return true;
    }

    @Override
    protected int priority() {
        return PRIORITY;
    }

    @Override
    public String getDefaultScheme() {
        return SCHEME;
    }

    @Override
    public @Nullable NameResolver newNameResolver(URI target, NameResolver.Args args) {
        if (!SCHEME.equals(target.getScheme())) {
            return null;
        }
        List<Address> addresses = COMMA.splitAsStream(target.getPath().substring(1))
                .map(NodeAddresses::address)
                .toList();
        return new Resolver(addresses, args);
    }

    private static Address address(String text) {
        int space = text.lastIndexOf(' ');
        return new Address(text.substring(0, space), Integer.parseInt(text.substring(space + 1)));
    }

    /** Looks names up anew whenever a connection was lost. */
    private static final class Resolver extends NameResolver {
        private final List<Address> addresses;
        private final Args args;
        private @Nullable Listener2 listener;

        Resolver(List<Address> addresses, Args args) {
            this.addresses = addresses;
            this.args = args;
        }

        @Override
        public String getServiceAuthority() {
            return addresses.getFirst().host();
        }

        @Override
        public void start(Listener2 told) {
            listener = told;
            refresh();
        }

        @Override
        public void refresh() {
            Listener2 told = requireNonNull(listener, "A resolver is refreshed once it has started.");
            args.getOffloadExecutor().execute(() -> {
                ResolutionResult result = ResolutionResult.newBuilder()
                        .setAddressesOrError(found())
                        .build();
                args.getSynchronizationContext().execute(() -> told.onResult2(result));
            });
        }

        private StatusOr<List<EquivalentAddressGroup>> found() {
            List<EquivalentAddressGroup> found = new ArrayList<>();
            String unknown = "";
            for (Address address : addresses) {
                try {
                    for (InetAddress number : InetAddress.getAllByName(address.host())) {
                        found.add(new EquivalentAddressGroup(new InetSocketAddress(number, address.port())));
                    }
                } catch (UnknownHostException e) {
                    unknown = address.host();
                }
            }
            return found.isEmpty()
                    ? StatusOr.fromStatus(Status.UNAVAILABLE.withDescription("The host " + unknown + " is unknown."))
                    : StatusOr.fromValue(found);
        }

        @Override
        public void shutdown() {
            // Nothing is held.
        }
    }
}
