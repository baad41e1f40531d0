package org.liptako.node.cli.registry;

import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.DeclareRegisterResponse;
import org.liptako.registry.v1.Register;
import org.liptako.registry.v1.RegisterServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako register declare}: the State keeps this register, so that nothing recorded means "no" and not "unknown". */
@Command(name = "declare")
final class DeclareCommand extends NodeQuestion<DeclareRegisterResponse> {
    enum Kept {
        AUTHORISATIONS,
        HOLDS,
        INCIDENTS;

        Register register() {
            return switch (this) {
                case AUTHORISATIONS -> Register.REGISTER_AUTHORISATIONS;
                case HOLDS -> Register.REGISTER_HOLDS;
                case INCIDENTS -> Register.REGISTER_INCIDENTS;
            };
        }
    }

    @Parameters(paramLabel = "REGISTER", descriptionKey = "register")
    private Kept register;

    @Option(names = "--no-longer", descriptionKey = "noLonger")
    private boolean noLonger;

    DeclareCommand() {}

    @Override
    protected DeclareRegisterResponse ask(NodeConnection node) {
        return node.service(RegisterServiceGrpc::newBlockingStub)
                .declareRegister(DeclareRegisterRequest.newBuilder()
                        .setRegister(register.register())
                        .setKept(!noLonger)
                        .build());
    }

    @Override
    protected void show(DeclareRegisterResponse answer, Screen screen) {
        Recorded.show(answer.getJournalIndex(), screen);
    }
}
