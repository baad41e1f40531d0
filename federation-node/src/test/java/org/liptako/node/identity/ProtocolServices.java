package org.liptako.node.identity;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.grpc.ServiceDescriptor;
import java.util.List;

/** Every service that the protocol declares, found where it is generated, so that none can be forgotten. */
final class ProtocolServices {
    private ProtocolServices() {}

    static List<ServiceDescriptor> all() {
        return new ClassFileImporter()
                .withImportOption(location -> location.contains("proto")).importPackages("org.liptako").stream()
                        .filter(type -> type.getSimpleName().endsWith("ServiceGrpc"))
                        .map(ProtocolServices::descriptorOf)
                        .toList();
    }

    private static ServiceDescriptor descriptorOf(JavaClass generated) {
        try {
            return (ServiceDescriptor)
                    generated.reflect().getMethod("getServiceDescriptor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(generated.getName() + " describes no service", e);
        }
    }
}
