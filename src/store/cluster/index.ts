export { Cluster, type ClusterSettings, openCluster } from "./cluster.ts";
