export interface NamedItem {
  id: string;
  sku: string;
  description: string;
}
