import java.net.ServerSocket;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j that answers Bolt on localhost until its standard input ends: `java -cp CLASSPATH ServeNeo4j.java HOME PORT AUTH`.
 *
 * Port 0 takes any free one. AUTH is true or false; the password is what neo4j-admin set in HOME before.
 */
public class ServeNeo4j {
  public static void main(String[] words) throws Exception {
    int port = Integer.parseInt(words[1]);
    if (port == 0) {
      try (ServerSocket socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }
    }
    SocketAddress address = new SocketAddress("localhost", port);
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(words[0]))
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, address)
        .setConfig(BoltConnector.advertised_address, address)
        .setConfig(GraphDatabaseSettings.auth_enabled, Boolean.parseBoolean(words[2]))
        .setConfig(GraphDatabaseSettings.pagecache_memory, 256L * 1024 * 1024)
        .build();
    System.out.println("bolt://localhost:" + port);
    while (System.in.read() != -1) {}
    service.shutdown();
  }
}
