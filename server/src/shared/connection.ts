import { ArgsType, Field, Int, ObjectType, type ClassType } from "type-graphql";

@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "More follows this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Something stands before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first row of the page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last row of the page." })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: "How many rows from the front, at most 250." })
  first?: number;

  @Field(() => String, { nullable: true, description: "Only rows behind this cursor." })
  after?: string;

  @Field(() => Int, { nullable: true, description: "How many rows from the back, at most 250." })
  last?: number;

  @Field(() => String, { nullable: true, description: "Only rows before this cursor." })
  before?: string;
}

/** One page of rows, and how to count all of them should somebody ask. */
export interface Page<Row> {
  rows: Row[];
  /** Of the row at that place, from the end where it is negative; null where there is none. */
  cursorOf: (index: number) => string | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  countAll: () => Promise<number>;
}

export interface ConnectionClass<Node> {
  new (): object;
  from<Row>(page: Page<Row>, toNode: (row: Row) => Node): object;
}

/** The Relay connection of an object type: NameConnection and NameEdge. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
): ConnectionClass<Node> {
  @ObjectType(`${name}Edge`, { description: "One row of a page with its cursor." })
  class Edge {
    @Field(() => String, { description: "Where the row stands: give it as after or before." })
    cursor!: string;

    @Field(() => node(), { description: "The row itself." })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: "A page of a list." })
  class Connection {
    page!: Page<unknown>;

    @Field(() => [Edge], { description: "The rows of the page with their cursors." })
    get edges(): Edge[] {
      return this.nodes.map((each, index) => ({
        cursor: this.page.cursorOf(index) ?? "",
        node: each,
      }));
    }

    @Field(() => [node()], { description: "The rows of the page." })
    nodes!: Node[];

    @Field(() => PageInfo, { description: "Where the page stands in the list." })
    get pageInfo(): PageInfo {
      const { hasNextPage, hasPreviousPage, cursorOf } = this.page;
      const ends = { startCursor: cursorOf(0), endCursor: cursorOf(-1) };
      return Object.assign(new PageInfo(), { hasNextPage, hasPreviousPage, ...ends });
    }

    @Field(() => Int, {
      description: "How many rows the whole list has. Counted only when asked for.",
    })
    totalCount(): Promise<number> {
      return this.page.countAll();
    }

    static from<Row>(page: Page<Row>, toNode: (row: Row) => Node): Connection {
      return Object.assign(new Connection(), { page, nodes: page.rows.map(toNode) });
    }
  }
  return Connection;
}
